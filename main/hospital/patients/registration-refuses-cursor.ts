import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-refuses-cursor',
  title: 'Private-use redirects are refused',
  breaks: 'A redirect such as that of Cursor makes the whole set be refused.',
  expects: ['F43'],
  number: 78,
  requirement: 'DR-11',
  seenBy: 'registration',
  mutate: () => ({ auth: { redirectKinds: ['https', 'loopback'] } }),
});
