import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'hostile-reversed-text',
  title: 'Text that runs backwards',
  breaks: 'The issuer holds characters that turn text round, so that it reads like another host.',
  expects: ['F31'],
  number: null,
  requirement: 'AS-07',
  seenBy: 'probe',
  mutate: ({ authOrigin }) => ({
    serverMetadata: { issuer: `${authOrigin}/\u202egro.live\u2066` },
  }),
});
