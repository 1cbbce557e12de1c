import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'response-types-missing',
  title: 'No response_types_supported',
  breaks:
    'The server metadata lacks response_types_supported, so TypeScript clients refuse the whole document.',
  expects: ['F17'],
  number: 57,
  requirement: 'AS-11',
  seenBy: 'probe',
  mutate: () => ({ serverMetadata: { response_types_supported: null } }),
});
