import { definePatient } from '../patient.ts';
import { challengeWith } from '../setup.ts';

export const patient = definePatient({
  name: 'challenge-missing',
  title: '401 without WWW-Authenticate',
  breaks: 'The 401 has no WWW-Authenticate header, so a client must guess where the metadata lies.',
  expects: ['F20'],
  number: null,
  requirement: 'RS-02',
  seenBy: 'probe',
  mutate: () => ({ challenge: challengeWith(null) }),
});
