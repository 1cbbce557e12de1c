import type { DocumentAttempt } from '../model/evidence.ts';
import { defineTargetMode } from '../model/mode.ts';
import { challengeOf, type ChallengeFacts } from '../probe/challenge-of.ts';
import { metadataUrlFor } from '../probe/challenge.ts';
import { headerEvidence } from './evidence/header-evidence.ts';
import { httpEvidence } from './evidence/http-evidence.ts';

/** F88: a server that wants a key or a token in the URL, and knows no OAuth. */
export const mode = defineTargetMode({
  code: 'F88',
  title: 'The server wants an API key, not a sign-in',
  explanation:
    'Your server refuses the request for want of a key, and it publishes nothing about OAuth. Hosted Claude connects without a key or with OAuth, and takes no token in the URL; so there it has no way in.',
  whatToDo:
    'For Claude Code, send the key as a header: claude mcp add --header. For claude.ai and Claude Desktop, the server needs OAuth; fixed headers are a trial for admins of organisations (static_headers).',
  step: 'challenge',
  severity: 'error',
  category: 'deployment',
  confidence: 'likely',
  clients: ['claude-hosted'],
  requirements: ['RS-02', 'PR-01'],
  references: ['https://claude.com/docs/connectors/building/authentication'],
  needs: ['first', 'resourceMetadata', 'authorizationServers'],
  judge: ({ first, resourceMetadata, authorizationServers }) => {
    const challenge = challengeOf(first);
    if (challenge === null || knowsOauth(challenge)) return [];
    const documents = [
      ...resourceMetadata,
      ...authorizationServers.flatMap(({ attempts }) => attempts),
    ];
    const said = wordsOf(challenge);
    if (documents.some(mayBeThere) || said === null) return [];
    return [
      {
        detail: `It answers ${challenge.status} and says: “${said}”.`,
        clients: ['claude-hosted'],
        evidence: [
          httpEvidence(challenge.exchange, `answered ${challenge.status} for want of a key`),
          headerEvidence(challenge.exchange, 'WWW-Authenticate'),
        ],
      },
    ];
  },
});

const REFUSALS: readonly number[] = [400, 401, 403];

/** A Bearer challenge may be meant as OAuth, so that F20, F22 and F24 judge it. */
function knowsOauth({ status, header, bearer }: ChallengeFacts): boolean {
  const isNamed = header !== null && metadataUrlFor(header, 'bearer-anywhere') !== null;
  return !REFUSALS.includes(status) || bearer !== null || isNamed;
}

/** A document, or an address that was not read to its end. */
function mayBeThere({ json, problem }: DocumentAttempt): boolean {
  if (json !== null) return true;
  return ['network', 'too-large', 'not-asked'].includes(problem?.kind ?? '');
}

/** No further than a person would read an error. */
const LIMIT = 4096;
const KEY =
  /[^"\n]{0,60}(?:\bapi[-_ ]?key|\baccess[-_ ]?key|[?&](?:token|key|access_token)=)[^"\n]{0,60}/i;

/** What the header or the body says about a key, or null. */
function wordsOf({ exchange, header }: ChallengeFacts): string | null {
  const body = exchange.outcome.kind === 'response' ? exchange.outcome.response.body : '';
  const match = KEY.exec(body.slice(0, LIMIT)) ?? KEY.exec((header ?? '').slice(0, LIMIT));
  return match?.[0].trim() ?? null;
}
