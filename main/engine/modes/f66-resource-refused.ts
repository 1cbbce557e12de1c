import { defineRequirementMode } from '../model/mode.ts';
import { endingOccurrences } from './evidence/ending-occurrences.ts';

/** F66: the sign-in page refuses the resource parameter, as Microsoft Entra does with bare scopes. */
export const mode = defineRequirementMode({
  code: 'F66',
  title: 'The sign-in page refuses the resource parameter',
  explanation:
    'MCP clients say with every sign-in which server they want a token for. Microsoft Entra refuses that together with scopes that do not belong to the resource (AADSTS9010010), and other servers do not know the parameter and refuse it. No client leaves it out.',
  whatToDo:
    'Let the authorization server take resource, or ignore it. In front of Microsoft Entra, put an authorization server of your own that leaves it out before it sends users on.',
  step: 'authorize',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['AZ-10'],
  followsFrom: ['F26'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc8707#section-2',
    'https://github.com/anthropics/claude-ai-mcp/issues/514',
  ],
  besides: {
    needs: ['signIn'],
    judge: ({ signIn }) => endingOccurrences('F66', signIn),
  },
});
