import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'refresh-old-tokens-work',
  title: 'Old refresh tokens stay good',
  breaks: 'A refresh token that was replaced works for ever.',
  expects: ['F91'],
  number: 120,
  requirement: 'TK-26',
  seenBy: 'sign-in',
  mutate: () => ({ auth: { refreshTokens: 'stay-good' } }),
});
