import { contactOf } from '../clients/replay/replay.ts';
import type { Exchange } from '../model/evidence.ts';
import { failureWords } from '../probe/failure-words.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import type { FailureKind } from '../ports.ts';
import { httpEvidence } from './evidence/http-evidence.ts';
import { callRefusal } from '../clients/sign-in/call-refusal.ts';
import type { SignInEvidence } from '../model/sign-in-evidence.ts';

/** What each failure looks like from here, as a title. */
const TITLES: Partial<Record<FailureKind, string>> = {
  dns: 'The host name does not resolve here',
  refused: 'Nothing listens at this address',
  unreachable: 'There is no way to this address',
  reset: 'The server hangs up without an answer',
  protocol: 'What answers does not speak HTTP',
};

/** F14: no answer, or an answer that only says that the server is down. */
export const mode = defineTargetMode({
  code: 'F14',
  title: 'Your server does not answer',
  explanation:
    'No client gets past the first request. From Claude’s cloud it may look different than from this machine, so compare with the server’s own access log.',
  whatToDo:
    'Check that the server runs, that the name and port are right, and that a proxy in front of it passes the request on. Then check again.',
  step: 'reach',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: [],
  // A firewall that answers 503 in the server's place.
  followsFrom: ['F06'],
  references: ['https://code.claude.com/docs/en/mcp'],
  needs: ['first'],
  uses: ['signIn'],
  judge: ({ first, signIn }) => {
    const exchange = contactOf(first);
    const { outcome } = exchange;
    if (outcome.kind === 'response' && outcome.response.status < 500)
      return signIn === null ? [] : behindSignIn(signIn);
    if (outcome.kind === 'response') return [down(exchange, outcome.response.status)];
    const isUnconnected = outcome.code === 'CONNECT_TIMEOUT';
    const title = isUnconnected ? 'The server takes no connection' : TITLES[outcome.failure];
    return title === undefined ? [] : [occurrence(title, failureWords(exchange), exchange)];
  },
});

/** With a token it gets further, and falls over there. */
function behindSignIn(signIn: SignInEvidence): readonly Occurrence[] {
  const refusal = callRefusal(signIn);
  if (refusal?.kind !== 'down') return [];
  const seen = `the first call with the new token is answered ${refusal.status}`;
  return [
    {
      ...occurrence('Behind the sign-in your server fails', seen, refusal.exchange),
      explanation: 'The sign-in succeeds, and the server falls over at the first call behind it.',
      whatToDo: 'Look into the log of the server for the moment of that call.',
    },
  ];
}

function down(exchange: Exchange, status: number): Occurrence {
  return occurrence(
    `Your server answers ${status} to everyone`,
    `the first request is answered ${status}`,
    exchange,
  );
}

function occurrence(title: string, seen: string, exchange: Exchange): Occurrence {
  return { title, detail: `Seen from here: ${seen}.`, evidence: [httpEvidence(exchange, seen)] };
}
