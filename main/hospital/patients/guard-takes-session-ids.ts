import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'guard-takes-session-ids',
  title: 'The session id is enough',
  breaks: 'Whoever knows a session id needs no token.',
  expects: ['F39'],
  number: 18,
  requirement: 'RS-20',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ mcp: { sessionIsEnough: true } }),
});
