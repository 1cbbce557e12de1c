import { definePatient } from '../patient.ts';
import { json } from '../reply.ts';

export const patient = definePatient({
  name: 'server-metadata-text-plain',
  title: 'Metadata as plain text',
  breaks: 'The server metadata is good JSON that calls itself plain text.',
  expects: ['F25'],
  number: 65,
  requirement: 'AS-05',
  seenBy: 'probe',
  mutate: () => ({
    serverMetadataSent: (document) =>
      json(200, document, { 'content-type': 'text/plain', 'access-control-allow-origin': '*' }),
  }),
});
