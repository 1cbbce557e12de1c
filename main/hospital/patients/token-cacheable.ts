import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-cacheable',
  title: 'Tokens may be cached',
  breaks: 'The answer with tokens has no Cache-Control.',
  expects: ['F82'],
  number: 127,
  requirement: 'TK-03',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { tokensCacheable: true } }),
});
