import { defineRequirementMode } from '../model/mode.ts';

/** F19: the authorization server's metadata says less than clients need, or two documents differ. */
export const mode = defineRequirementMode({
  code: 'F19',
  title: 'The authorization server’s metadata leaves clients in doubt',
  explanation:
    'Clients decide from this document how to sign in and what to ask for. What it leaves out they have to guess, and where two documents differ it depends on the client which one it reads.',
  whatToDo:
    'List what the authorization server takes, and serve the same values in the OAuth and the OpenID document.',
  step: 'server-metadata',
  severity: 'warning',
  category: 'deployment',
  confidence: 'likely',
  clients: [],
  requirements: ['AS-16', 'AS-21', 'AS-22'],
  followsFrom: ['F37'],
  references: ['https://datatracker.ietf.org/doc/html/rfc8414#section-2'],
});
