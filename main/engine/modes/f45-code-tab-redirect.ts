import { defineTargetMode } from '../model/mode.ts';
import { clientAttempts } from '../probe/registration/attempts.ts';
import { refusalOf } from '../probe/registration/refusal.ts';
import { refusalWords } from '../probe/registration/refusal-words.ts';
import { httpEvidence } from './evidence/http-evidence.ts';
import { endingOccurrences, type EndingTexts } from './evidence/ending-occurrences.ts';

/**
 * F45: the Code tab of Claude Desktop wants to be called back under a scheme of its own. Advice: a
 * server that allows localhost and https only is right.
 */
export const mode = defineTargetMode({
  code: 'F45',
  title: 'The callback of Claude Desktop’s Code tab is refused',
  explanation:
    'A sign-in that is started in the Code tab of Claude Desktop asks to be sent back to claude://claude.ai/mcp-auth-callback/sdk. Servers that allow localhost and https only refuse it, as the specification lets them.',
  whatToDo:
    'Sign in on the command line with “claude mcp login” and the server’s name; the Code tab then uses that sign-in. Or add the server as a connector in Claude. To let the Code tab in, allow that address by its exact text.',
  step: 'registration',
  severity: 'advice',
  category: 'account',
  confidence: 'likely',
  clients: ['claude-desktop-code'],
  requirements: ['DR-11'],
  references: [
    'https://github.com/anthropics/claude-code/issues/93671',
    'https://github.com/RevenueCat/ai-toolkit/issues/58',
  ],
  needs: ['entries'],
  uses: ['registration', 'signIn'],
  judge: ({ entries, registration, signIn }) => {
    const seen = signIn === null ? [] : endingOccurrences('F45', signIn, TEXTS);
    if (seen.length > 0 || registration === null) return seen;
    const attempts = clientAttempts(registration);
    const own = attempts.find((one) => one.as === 'claude-desktop-code');
    if (own !== undefined) {
      if (refusalOf(own, registration.attempts) !== 'redirect') return [];
      return [{ evidence: [httpEvidence(own.exchange, `answered ${refusalWords(own)}`)] }];
    }
    const isUsed = entries.some((one) => one.client === 'claude-code' && one.url !== null);
    if (attempts.length === 0 || !isUsed) return [];
    return {
      notSeen:
        'The callback of the Code tab was not tried. Where a sign-in started there fails, an address with redirect_uri=claude:// tells.',
    };
  },
});

const TEXTS: EndingTexts = {
  'other-scheme': {
    title: 'The sign-in leads to another program',
    explanation:
      'The last page of the sign-in hands over to a program by an address of its own scheme, and not to the redirect URI that the client sent. The client waits for ever.',
    whatToDo:
      'Send the browser to the redirect_uri of the request. Where several clients share the sign-in page, do not take one address for all.',
    severity: 'error',
    clients: [],
  },
};
