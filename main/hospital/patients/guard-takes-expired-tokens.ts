import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'guard-takes-expired-tokens',
  title: 'Tokens never end',
  breaks: 'A token is still taken after the five seconds that it is good for.',
  expects: ['F38'],
  number: 13,
  requirement: 'RS-13',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ mcp: { accepts: ['not now'] }, auth: { tokenLifetime: 5 } }),
});
