import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'network-huge-metadata',
  title: '10 MB of metadata',
  breaks: 'The resource metadata is good and ten megabytes long, more than a client reads.',
  expects: ['F24'],
  number: 137,
  requirement: null,
  seenBy: 'probe',
  mutate: () => ({ resourceMetadata: { resource_documentation_text: 'x'.repeat(10_000_000) } }),
});
