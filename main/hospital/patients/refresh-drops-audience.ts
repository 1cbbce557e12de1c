import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'refresh-drops-audience',
  title: 'A refreshed token no longer works',
  breaks: 'A refreshed token is made for nobody, so the MCP server refuses it.',
  expects: ['F83'],
  number: 122,
  requirement: 'TK-30',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { refreshDropsAudience: true } }),
});
