import { defineRequirementMode } from '../model/mode.ts';
import { endingOccurrences } from './evidence/ending-occurrences.ts';

/** F67: what comes back from the sign-in is nothing that a client can use. */
export const mode = defineRequirementMode({
  code: 'F67',
  title: 'What the sign-in sends back cannot be used',
  explanation:
    'The sign-in ends with a redirect to the client. It must carry a code and the state that the client sent, unchanged. With an error, or with another state, the client gives up, and hosted Claude shows only that a field is missing.',
  whatToDo:
    'Send back the code and exactly the state that came in. Where an error comes back, its error_description says what the authorization server did not like.',
  step: 'callback',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['AZ-07'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.2',
    'https://github.com/anthropics/claude-ai-mcp/issues/555',
  ],
  besides: {
    needs: ['signIn'],
    judge: ({ signIn }) => endingOccurrences('F67', signIn),
  },
});
