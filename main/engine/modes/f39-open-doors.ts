import { defineRequirementMode } from '../model/mode.ts';

/** F39: something at the endpoint answers without a token, or to any website. */
export const mode = defineRequirementMode({
  code: 'F39',
  title: 'The endpoint is not guarded on every side',
  explanation:
    'The endpoint asks for a token in one way and lets requests pass in another. Clients do not stop at that, but whoever finds the other way needs no sign-in.',
  whatToDo:
    'Check the token and the Origin header for every method and path of the endpoint, before anything else.',
  step: 'challenge',
  severity: 'warning',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: ['RS-20', 'RS-22', 'RS-32'],
  references: ['https://modelcontextprotocol.io/specification/2025-11-25/basic/transports'],
});
