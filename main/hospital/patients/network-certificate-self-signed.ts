import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'network-certificate-self-signed',
  title: 'A self-signed certificate',
  breaks: 'No authority signed the certificate but itself.',
  expects: ['F10'],
  number: 132,
  requirement: 'RS-38',
  seenBy: 'probe',
  setting: { tls: true, host: 'mcp.acme.example', certificate: 'self-signed' },
  mutate: () => ({}),
});
