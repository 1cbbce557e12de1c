import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'network-certificate-other-host',
  title: 'A certificate for another host',
  breaks: 'The certificate is good and made for another name.',
  expects: ['F10'],
  number: null,
  requirement: 'RS-38',
  seenBy: 'probe',
  setting: { tls: true, host: 'mcp.acme.example', certificate: 'other host' },
  mutate: () => ({}),
});
