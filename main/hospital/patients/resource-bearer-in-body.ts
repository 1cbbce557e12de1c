import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'resource-bearer-in-body',
  title: 'Tokens only in the body',
  breaks:
    'The metadata says that tokens are taken in the body only, and MCP sends them in the header.',
  expects: ['F16'],
  number: 46,
  requirement: 'PR-19',
  seenBy: 'probe',
  mutate: () => ({ resourceMetadata: { bearer_methods_supported: ['body'] } }),
});
