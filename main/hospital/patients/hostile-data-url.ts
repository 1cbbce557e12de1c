import { definePatient } from '../patient.ts';
import { challengeWith } from '../setup.ts';

export const patient = definePatient({
  name: 'hostile-data-url',
  title: 'Metadata inside the address',
  breaks: 'The 401 names a data URL that carries a document of its own.',
  expects: ['F22'],
  number: null,
  requirement: 'RS-05',
  seenBy: 'probe',
  mutate: () => ({
    challenge: challengeWith(
      'Bearer resource_metadata="data:application/json,%7B%22resource%22%3A%22x%22%7D"',
    ),
  }),
});
