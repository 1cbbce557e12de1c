import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'refresh-old-tokens-work',
  title: 'Old refresh tokens stay good',
  breaks: 'A refresh token that was replaced works for ever, also after a replay of its code.',
  expects: ['F91'],
  number: 120,
  requirement: 'TK-26',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { refreshTokens: 'stay-good' } }),
});
