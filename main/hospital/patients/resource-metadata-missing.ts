import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'resource-metadata-missing',
  title: 'No resource metadata',
  breaks: 'There is no protected resource metadata, neither for the path nor for the origin.',
  expects: ['F24'],
  number: 29,
  requirement: 'PR-01',
  seenBy: 'probe',
  mutate: () => ({ resourceMetadataAt: [] }),
});
