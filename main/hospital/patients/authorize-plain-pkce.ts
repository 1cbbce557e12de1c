import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-plain-pkce',
  title: 'Plain PKCE is accepted',
  breaks: 'The method plain passes, though the metadata lists S256 only.',
  expects: ['F76'],
  number: 93,
  requirement: 'AZ-06',
  seenBy: 'registration',
  mutate: () => ({ auth: { pkce: 'plain-too' } }),
});
