import { definePatient } from '../patient.ts';

/** As in anthropics/claude-ai-mcp#103. */
export const patient = definePatient({
  name: 'incident-open-with-metadata',
  title: 'No sign-in, and metadata for one',
  breaks:
    'Every call is answered without a token, while metadata from an earlier time makes clients sign in.',
  expects: ['F36'],
  number: null,
  requirement: null,
  seenBy: 'probe',
  mutate: () => ({ mcp: { openMethods: 'all' } }),
});
