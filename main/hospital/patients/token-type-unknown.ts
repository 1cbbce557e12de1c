import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-type-unknown',
  title: 'Tokens are of an unknown type',
  breaks: 'The answer with tokens says that they are of type mac.',
  expects: ['F82'],
  number: null,
  requirement: 'TK-04',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { tokenAnswer: { token_type: 'mac' } } }),
});
