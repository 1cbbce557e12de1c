import { definePatient } from '../patient.ts';
import { challengeWith } from '../setup.ts';

export const patient = definePatient({
  name: 'challenge-realm-only',
  title: 'Only a realm',
  breaks: 'The 401 names a realm and no metadata, so a client must guess where the metadata lies.',
  expects: ['F22'],
  number: null,
  requirement: 'RS-03',
  seenBy: 'probe',
  mutate: () => ({ challenge: challengeWith('Bearer realm="mcp"') }),
});
