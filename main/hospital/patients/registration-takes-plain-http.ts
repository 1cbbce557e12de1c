import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-takes-plain-http',
  title: 'Plain http redirects are taken',
  breaks: 'A redirect over http to any host may be registered.',
  expects: ['F53'],
  number: null,
  requirement: 'DR-13',
  seenBy: 'registration',
  mutate: () => ({ auth: { redirectKinds: ['https', 'loopback', 'private-use', 'plain-http'] } }),
});
