import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'network-refuses',
  title: 'The port is closed',
  breaks: 'Nothing listens at the MCP URL.',
  expects: ['F14'],
  number: null,
  requirement: null,
  seenBy: 'probe',
  setting: { refuses: true },
  mutate: () => ({}),
});
