import { definePatient } from '../patient.ts';
import { SCOPE } from '../setup.ts';

export const patient = definePatient({
  name: 'token-scope-list',
  title: 'The scope of a token is a list',
  breaks: 'The answer with tokens has scope as a list, not as one text.',
  expects: ['F82'],
  number: 108,
  requirement: 'TK-05',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'failed' },
  mutate: () => ({ auth: { tokenAnswer: { scope: [SCOPE] } } }),
});
