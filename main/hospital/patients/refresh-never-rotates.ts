import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'refresh-never-rotates',
  title: 'Refresh tokens are never replaced',
  breaks: 'A refresh gives the same refresh token again.',
  expects: ['F91'],
  number: 119,
  requirement: 'TK-25',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { refreshTokens: 'never-replaced' } }),
});
