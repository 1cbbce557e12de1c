import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'servers-first-dead',
  title: 'The first server is dead',
  breaks: 'The first authorization server of two answers nothing, and clients try only the first.',
  expects: ['F27'],
  number: 44,
  requirement: 'PR-15',
  seenBy: 'probe',
  setting: { deadServer: true },
  mutate: ({ deadOrigin, authOrigin }) => ({
    resourceMetadata: { authorization_servers: [deadOrigin, authOrigin] },
  }),
});
