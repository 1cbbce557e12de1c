import { definePatient } from '../patient.ts';
import { json } from '../reply.ts';

export const patient = definePatient({
  name: 'challenge-403',
  title: '403 in place of 401',
  breaks: 'A request without a token is answered 403, and clients start to sign in only on 401.',
  expects: ['F21'],
  number: 2,
  requirement: 'RS-01',
  seenBy: 'probe',
  mutate: () => ({ challenge: json(403, { error: 'forbidden' }) }),
});
