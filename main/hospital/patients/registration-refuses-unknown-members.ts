import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-refuses-unknown-members',
  title: 'Unknown members are refused',
  breaks: 'A registration with a member that the standard does not name is refused.',
  expects: ['F48'],
  number: 79,
  requirement: 'DR-12',
  seenBy: 'registration',
  mutate: () => ({ auth: { refusesUnknownMembers: true } }),
});
