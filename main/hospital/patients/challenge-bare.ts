import { definePatient } from '../patient.ts';
import { challengeWith } from '../setup.ts';

export const patient = definePatient({
  name: 'challenge-bare',
  title: 'Bearer without resource_metadata',
  breaks: 'The 401 says Bearer and nothing more, so a client must guess where the metadata lies.',
  expects: ['F20'],
  number: 1,
  requirement: 'RS-03',
  seenBy: 'probe',
  mutate: () => ({ challenge: challengeWith('Bearer') }),
});
