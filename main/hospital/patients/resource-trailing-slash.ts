import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'resource-trailing-slash',
  title: 'One slash too many',
  breaks:
    'The metadata says /mcp/ where the server is at /mcp, and clients compare letter by letter.',
  expects: ['F26'],
  number: 41,
  requirement: 'PR-11',
  seenBy: 'probe',
  mutate: ({ resource }) => ({ resourceMetadata: { resource: `${resource}/` } }),
});
