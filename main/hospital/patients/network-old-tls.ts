import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'network-old-tls',
  title: 'Only TLS 1.0 and 1.1',
  breaks: 'The server offers only the versions of TLS that nobody takes any more.',
  expects: ['F10'],
  number: null,
  requirement: 'RS-38',
  seenBy: 'probe',
  setting: { tls: true, host: 'mcp.acme.example', oldTls: true },
  mutate: () => ({}),
});
