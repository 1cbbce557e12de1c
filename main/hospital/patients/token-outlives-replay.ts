import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-outlives-replay',
  title: 'A second use of a code ends nothing',
  breaks:
    'A code or refresh token that is used twice is refused, and what came of the first use stays good.',
  expects: ['F81'],
  number: null,
  requirement: 'TK-12',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { replaysForgiven: true } }),
});
