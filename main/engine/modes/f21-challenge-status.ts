import { followedRedirect } from '../probe/follow-redirects.ts';
import { redirected } from '../clients/rules/challenge-status.ts';
import { isOpenServer, mcpAnswer } from '../probe/mcp-answer.ts';
import { challengeOf, type ChallengeFacts } from '../probe/challenge-of.ts';
import { statusOf } from '../clients/replay/replay.ts';
import type { FirstContact } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { eraDifference } from '../probe/era-difference.ts';
import { headerOf } from '../probe/header.ts';
import { httpEvidence } from './evidence/http-evidence.ts';

/** F21: a request without a token must be answered 401, and nothing else starts a sign-in. */
export const mode = defineTargetMode({
  code: 'F21',
  title: 'Without a token your server does not answer 401',
  explanation:
    'Clients begin to sign in on 401 (Claude Code also on 403) and on nothing else. With another answer they report a failed connection, and no sign-in page ever opens.',
  whatToDo:
    'Check the token before anything else (before the method, the session and the body), and answer 401 with a WWW-Authenticate header when there is none.',
  step: 'challenge',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['RS-01', 'RS-35'],
  // A firewall, another address, and a key in place of a sign-in stand before any 401.
  followsFrom: ['F06', 'F08', 'F09', 'F88'],
  references: [
    'https://claude.com/docs/connectors/building/authentication',
    'https://github.com/anthropics/claude-code/issues/78220',
  ],
  needs: ['first'],
  judge: ({ first }) => {
    const challenge = challengeOf(first);
    if (challenge === null) return [];
    if (isFine(challenge)) return byEra(first);
    const to = followedRedirect(challenge.exchange);
    if (to !== null) return { notSeen: redirected(to) };
    const { status } = challenge;
    return [
      {
        title: `Without a token your server answers ${status}, not 401`,
        detail: detail(challenge),
        evidence: [httpEvidence(challenge.exchange, `answered ${status}, expected 401`)],
      },
    ];
  },
});

/** 401 is right; a result without a token is a server without sign-in (F36); 5xx is F14's. */
function isFine({ status, exchange }: ChallengeFacts): boolean {
  return status === 401 || status >= 500 || isOpenServer(exchange);
}

/** RS-35: a client that begins with the request of 2026-07-28 must meet the same 401. */
function byEra(first: FirstContact): readonly Occurrence[] {
  const odd = eraDifference(first);
  if (odd === null || odd !== first.modern) return [];
  const status = statusOf(odd);
  return [
    {
      title: 'The 401 depends on the protocol version',
      explanation: `Without a token, initialize is answered 401 and server/discover (revision 2026-07-28) ${status}. Clients that begin with the older request sign in; one that begins with the newer sees no challenge.`,
      whatToDo: 'Check the token before the protocol version, the method and the body.',
      severity: 'warning',
      confidence: 'likely',
      evidence: [httpEvidence(odd, `server/discover answered ${status}, expected 401`)],
    },
  ];
}

function detail({ status, exchange }: ChallengeFacts): string {
  if (exchange.outcome.kind === 'failure') return '';
  const location = headerOf(exchange.outcome.response.headers, 'location');
  if (status >= 300 && status < 400)
    return `It redirects to ${location ?? 'nowhere'}, which is meant for browsers.`;
  if (status === 200 && mcpAnswer(exchange) === 'error')
    return 'It wraps an error of its own into a successful answer.';
  if (status === 200)
    return 'What it answers is not MCP; perhaps a web page or another program lies at this path.';
  if (status === 404 || status === 405) return 'Perhaps the MCP endpoint lies at another path.';
  return '';
}
