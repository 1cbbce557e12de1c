import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'guard-asks-late',
  title: 'Only some calls need a token',
  breaks:
    'initialize and server/discover are answered without a token, and tools/list asks for one.',
  expects: ['F36'],
  number: 25,
  requirement: 'RS-37',
  seenBy: 'probe',
  mutate: () => ({
    mcp: { openMethods: ['initialize', 'notifications/initialized', 'server/discover', 'ping'] },
  }),
});
