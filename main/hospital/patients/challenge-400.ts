import { definePatient } from '../patient.ts';
import { json } from '../reply.ts';

export const patient = definePatient({
  name: 'challenge-400',
  title: '400 in place of 401',
  breaks: 'A request without a token is answered 400, and clients start to sign in only on 401.',
  expects: ['F21'],
  number: 3,
  requirement: 'RS-01',
  seenBy: 'probe',
  mutate: () => ({ challenge: json(400, { error: 'missing_token' }) }),
});
