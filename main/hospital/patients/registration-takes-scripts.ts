import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-takes-scripts',
  title: 'Scripts are taken for redirects',
  breaks: 'A redirect that a browser would run may be registered.',
  expects: ['F53'],
  number: null,
  requirement: 'DR-14',
  seenBy: 'registration',
  mutate: () => ({ auth: { redirectKinds: ['https', 'loopback', 'private-use', 'script'] } }),
});
