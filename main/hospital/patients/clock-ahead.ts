import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'clock-ahead',
  title: 'A clock ten minutes ahead',
  breaks:
    'The clock of the MCP server is ten minutes ahead, so tokens come to their end at the wrong time.',
  expects: ['F103'],
  number: null,
  requirement: null,
  seenBy: 'probe',
  mutate: () => ({ mcp: { clockAheadMs: 600_000 } }),
});
