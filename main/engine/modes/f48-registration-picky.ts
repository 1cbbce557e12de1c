import { defineRequirementMode } from '../model/mode.ts';

/** F48: registration demands optional members, or stumbles over ones it does not know. */
export const mode = defineRequirementMode({
  code: 'F48',
  title: 'Registration stumbles over what clients send along',
  explanation:
    'Clients add members to their registration that a server may not know, such as application_type and software_id. A server must ignore those and may not ask for optional ones; one that refuses the whole registration locks the client out.',
  whatToDo:
    'Read the members that you need, ignore the others, and have a default for every optional one.',
  step: 'registration',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['DR-12'],
  references: ['https://datatracker.ietf.org/doc/html/rfc7591#section-2'],
});
