import { defineRequirementMode } from '../model/mode.ts';

/** F35: what runs in a page cannot read the metadata or the 401. */
export const mode = defineRequirementMode({
  code: 'F35',
  title: 'Clients that run in a page are shut out',
  explanation:
    'A browser hands an answer to a page only where the server allows it (CORS). Without that, testers that run in a browser, such as the MCP Inspector, report a failure that Claude does not have.',
  whatToDo:
    'Send Access-Control-Allow-Origin: * with the metadata and the token endpoint, answer OPTIONS without a token, and expose WWW-Authenticate with Access-Control-Expose-Headers.',
  step: 'server-metadata',
  severity: 'advice',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: ['RS-34', 'AS-24'],
  references: ['https://fetch.spec.whatwg.org/#http-cors-protocol'],
});
