import { defineRequirementMode } from '../model/mode.ts';
import { endingOccurrences } from './evidence/ending-occurrences.ts';

/** F65: the sign-in page stumbles over the scope. */
export const mode = defineRequirementMode({
  code: 'F65',
  title: 'The sign-in page stumbles over the scope',
  explanation:
    'Clients ask for the scope that the 401 names, else for all that the resource metadata lists, and for none where neither has any. An authorization server that refuses what it is asked for ends the sign-in before the user sees anything.',
  whatToDo:
    'Advertise scopes that the authorization server knows, take a request without a scope as one for the usual scopes, and answer a wrong one on the redirect with error=invalid_scope.',
  step: 'authorize',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code'],
  requirements: ['AZ-13', 'AZ-14'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.2.1',
    'https://github.com/modelcontextprotocol/modelcontextprotocol/issues/653',
  ],
  besides: {
    needs: ['signIn'],
    judge: ({ signIn }) => endingOccurrences('F65', signIn),
  },
});
