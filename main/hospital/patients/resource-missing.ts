import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'resource-missing',
  title: 'No resource',
  breaks: 'The resource metadata does not say which server it is about.',
  expects: ['F27'],
  number: 37,
  requirement: 'PR-07',
  seenBy: 'probe',
  mutate: () => ({ resourceMetadata: { resource: null } }),
});
