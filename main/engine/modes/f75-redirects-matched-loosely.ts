import { defineRequirementMode } from '../model/mode.ts';

/** F75: the sign-in page sends browsers to addresses that were not registered. */
export const mode = defineRequirementMode({
  code: 'F75',
  title: 'Redirects are matched loosely or not at all',
  explanation:
    'The redirect of a sign-in decides who gets the code. A server that sends the browser to an address that was not registered gives the sign-in of your users to whoever writes the link.',
  whatToDo:
    'Take only redirects that were registered, compared letter by letter; only the port of a loopback address may differ. Show an error page for all others, and do not redirect.',
  step: 'authorize',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: ['AZ-01', 'AZ-02'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc9700#section-4.1',
    'https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization',
  ],
});
