import { definePatient } from '../patient.ts';
import { html } from '../reply.ts';

/** As in anthropics/claude-ai-mcp#49 and #75. */
const PAGE = html(403, 'Just a moment...', {
  server: 'cloudflare',
  'cf-mitigated': 'challenge',
  'cf-ray': '0000000000000000-FRA',
});

export const patient = definePatient({
  name: 'incident-browser-check',
  title: 'A browser check before everything',
  breaks:
    'A page that checks for a browser stands before both servers, the metadata and the token endpoint too.',
  expects: ['F06', 'F21'],
  number: null,
  requirement: 'RS-01',
  seenBy: 'probe',
  mutate: () => ({ mcpBefore: () => PAGE, authBefore: () => PAGE }),
});
