import { defineRequirementMode } from '../model/mode.ts';

/** F18: an endpoint is insecure, on another host, or redirects there. */
export const mode = defineRequirementMode({
  code: 'F18',
  title: 'An address of the sign-in is insecure or elsewhere',
  explanation:
    'Clients send codes, tokens and secrets to these addresses. They refuse one that is not https, do not follow a redirect to another host, and some refuse a sign-in page on another host than the issuer.',
  whatToDo:
    'Name the final https addresses in the metadata, on the host of the issuer, and serve the metadata itself without redirects.',
  step: 'server-metadata',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: ['AS-10', 'AS-23', 'AS-28'],
  followsFrom: ['F09'],
  references: [
    'https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization',
    'https://github.com/openai/codex/issues/38944',
  ],
});
