import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'network-certificate-expired',
  title: 'An expired certificate',
  breaks: 'The certificate ended an hour ago.',
  expects: ['F10'],
  number: 131,
  requirement: 'RS-38',
  seenBy: 'probe',
  setting: { tls: true, host: 'mcp.acme.example', certificate: 'expired' },
  mutate: () => ({}),
});
