import { definePatient } from '../patient.ts';
import { healthyChallenge } from '../setup.ts';

export const patient = definePatient({
  name: 'network-http-1-0',
  title: 'A 401 in HTTP/1.0',
  breaks: 'Nothing: the 401 comes in HTTP/1.0, with the connection closed behind it.',
  expects: [],
  number: 138,
  requirement: null,
  seenBy: 'probe',
  mutate: (names) => ({ challenge: { ...healthyChallenge(names), version: '1.0' } }),
});
