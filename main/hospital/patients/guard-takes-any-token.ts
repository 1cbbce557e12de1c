import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'guard-takes-any-token',
  title: 'Any token will do',
  breaks: 'Whatever stands behind Bearer is taken for a good token.',
  expects: ['F38'],
  number: 11,
  requirement: 'RS-10',
  seenBy: 'probe',
  mutate: () => ({
    mcp: { accepts: ['unknown', 'not now', 'other audience', 'id token', 'without a signature'] },
  }),
});
