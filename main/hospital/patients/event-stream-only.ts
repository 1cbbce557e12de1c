import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'event-stream-only',
  title: 'Only the old event stream',
  breaks: 'The MCP URL speaks the transport of 2024-11-05 only: a POST is answered 405.',
  // Only a configuration that says `http` for it is wrong (F113); the server itself is not.
  expects: [],
  number: null,
  requirement: null,
  seenBy: 'probe',
  mutate: () => ({ transport: 'event-stream' }),
});
