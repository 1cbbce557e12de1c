import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'hostile-private-address',
  title: 'Sign-in at a private address',
  breaks: 'A server on the open internet names the address at which clouds hand out credentials.',
  expects: ['F15'],
  number: null,
  requirement: null,
  seenBy: 'probe',
  setting: { tls: true, host: 'mcp.acme.example' },
  mutate: () => ({ resourceMetadata: { authorization_servers: ['https://169.254.169.254'] } }),
});
