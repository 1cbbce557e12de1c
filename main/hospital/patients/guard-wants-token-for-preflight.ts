import { definePatient } from '../patient.ts';
import { healthyChallenge } from '../setup.ts';

export const patient = definePatient({
  name: 'guard-wants-token-for-preflight',
  title: 'The preflight needs a token',
  breaks:
    'The preflight of a browser is answered 401, and no browser can send a token along with it.',
  expects: ['F35'],
  number: 28,
  requirement: 'RS-34',
  seenBy: 'probe',
  mutate: (names) => ({
    mcpBefore: ({ method }) => (method === 'OPTIONS' ? healthyChallenge(names) : null),
  }),
});
