import { defineTargetMode } from '../model/mode.ts';
import { clientAttempts, isMade } from '../probe/registration/attempts.ts';

/** F51: hosted Claude registers twice and signs in with the id that was dropped. */
export const mode = defineTargetMode({
  code: 'F51',
  title: 'Hosted Claude registers twice and mixes the ids',
  explanation:
    'Claude’s cloud has been seen to register two clients within two seconds from two addresses, and to sign in with one and exchange the code with the other. Claude then shows McpAuthorizationError.',
  whatToDo:
    'Keep both registrations valid, or give the same body the same id for a minute; then report the two requests with their times and addresses.',
  step: 'registration',
  severity: 'error',
  category: 'account',
  confidence: 'possible',
  clients: ['claude-hosted'],
  requirements: ['DR-17'],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/597',
    'https://github.com/anthropics/claude-ai-mcp/issues/966',
  ],
  needs: ['registration'],
  judge: ({ registration }) => {
    const hosted = clientAttempts(registration).find((one) => one.as === 'claude-hosted');
    if (hosted === undefined || !isMade(hosted)) return [];
    return {
      notSeen:
        'Only your server’s log shows it: two registrations of Claude a second or two apart, from two addresses.',
    };
  },
});
