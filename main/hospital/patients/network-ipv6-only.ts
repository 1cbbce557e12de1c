import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'network-ipv6-only',
  title: 'Sign-in over IPv6 only',
  breaks:
    'The authorization server is at an IPv6 address only, and hosted Claude connects over IPv4.',
  expects: ['F15'],
  number: 133,
  requirement: null,
  seenBy: 'probe',
  setting: { authAddress: '::1' },
  mutate: () => ({}),
});
