import { defineRequirementMode } from '../model/mode.ts';

/** F53: registration lets through what is dangerous. */
export const mode = defineRequirementMode({
  code: 'F53',
  title: 'Registration lets dangerous or shared clients pass',
  explanation:
    'Anybody can register. What is registered here, a redirect that others can read or run, or one id for all, is what a stranger uses to have somebody else’s sign-in sent to them.',
  whatToDo:
    'Refuse redirects that are neither https, nor http on loopback, nor a scheme that you allow by name, and give each registration an id of its own.',
  step: 'registration',
  severity: 'warning',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: ['DR-13', 'DR-14', 'DR-17'],
  references: [
    'https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization',
    'https://datatracker.ietf.org/doc/html/rfc7591#section-5',
  ],
});
