import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'network-certificate-incomplete',
  title: 'The intermediate is missing',
  breaks:
    'The server sends its own certificate and not the intermediate one that leads to the authority.',
  expects: ['F10'],
  number: null,
  requirement: 'RS-38',
  seenBy: 'probe',
  setting: { tls: true, host: 'mcp.acme.example', certificate: 'missing intermediate' },
  mutate: () => ({}),
});
