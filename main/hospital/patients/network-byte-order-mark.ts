import { definePatient } from '../patient.ts';
import type { Answer, JsonObject } from '../message.ts';
import { json } from '../reply.ts';

function marked(document: JsonObject): Answer {
  const answer = json(200, document, { 'access-control-allow-origin': '*' });
  return { ...answer, body: `\ufeff${answer.body}` };
}

export const patient = definePatient({
  name: 'network-byte-order-mark',
  title: 'A byte order mark before the JSON',
  breaks: 'Nothing: both documents begin with a byte order mark, which a reader may skip.',
  expects: [],
  number: 136,
  requirement: null,
  seenBy: 'probe',
  mutate: () => ({ resourceMetadataSent: marked, serverMetadataSent: marked }),
});
