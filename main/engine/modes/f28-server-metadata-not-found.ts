import { asksForSignIn } from '../probe/challenge-of.ts';
import { firstNotAsked } from '../clients/replay/not-asked.ts';
import { serverMetadataDefect, sendsOnward } from '../clients/replay/server-metadata.ts';
import type { AuthorizationServerEvidence, DocumentAttempt } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';
import { serverInUse } from './evidence/server-in-use.ts';
import { problemWords } from './words/problem-words.ts';

/** F28: the authorization server publishes no usable metadata where clients look. */
export const mode = defineTargetMode({
  code: 'F28',
  title: 'The authorization server publishes no metadata',
  explanation:
    'Clients learn from this document where to register and to sign in. Without it some guess addresses at the root of the host, others stop.',
  whatToDo:
    'Serve it where the first address below says: host, then /.well-known/oauth-authorization-server, then the path of the issuer. Addresses before the good one must answer 404, not a page and not an error of the server.',
  step: 'server-metadata',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['AS-01', 'AS-02', 'AS-05', 'AS-06', 'AS-09', 'AS-11', 'AS-19', 'AS-20'],
  followsFrom: ['F23', 'F24', 'F25', 'F27', 'F22', 'F20'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc8414#section-3.1',
    'https://github.com/anthropics/claude-ai-mcp/issues/214',
  ],
  needs: ['url', 'first', 'resourceMetadata', 'authorizationServers'],
  judge: (evidence) => {
    if (!asksForSignIn(evidence.first)) return [];
    const server = serverInUse(evidence);
    if (server === null || server.attempts.length === 0) return [];
    const asked = server.attempts.filter((one) => one.place !== 'oauth-path');
    const good = asked.find(isGood);
    const before = good === undefined ? asked : asked.slice(0, asked.indexOf(good));
    const notSeen = firstNotAsked(before);
    if (notSeen !== null) return { notSeen };
    if (good === undefined) return [notFound(server, asked)];
    if (good.place === 'oauth-root') return [misplaced(server, asked)];
    const wrong = before.filter((one) => !sendsOnward(one));
    return wrong.length === 0 ? [] : [hidden(wrong, good)];
  },
});

function isGood(attempt: DocumentAttempt): boolean {
  return attempt.json !== null && serverMetadataDefect(attempt.json, attempt.place) === null;
}

function notFound(
  server: AuthorizationServerEvidence,
  asked: readonly DocumentAttempt[],
): Occurrence {
  const defective = asked.find((one) => one.json !== null);
  const defect = defective?.json ? serverMetadataDefect(defective.json, defective.place) : null;
  const title =
    defect === null ? undefined : `The authorization server’s metadata lacks a usable ${defect}`;
  return {
    title,
    detail: `The authorization server here is ${server.issuer}.`,
    evidence: asked.map(attemptEvidence),
  };
}

function misplaced(
  server: AuthorizationServerEvidence,
  asked: readonly DocumentAttempt[],
): Occurrence {
  return {
    title: 'The authorization server’s metadata lies at the root',
    detail: `The issuer ${server.issuer} has a path, and its metadata is at the root of the host, where no client looks for it.`,
    evidence: asked.map(attemptEvidence),
  };
}

function hidden(before: readonly DocumentAttempt[], good: DocumentAttempt): Occurrence {
  const first = before[0]!;
  const defect = first.json === null ? null : serverMetadataDefect(first.json, first.place);
  const words = defect === null ? problemWords(first.problem) : `lacks a usable ${defect}`;
  return {
    title: 'A wrong answer hides the authorization server’s metadata',
    explanation: `${first.url} ${words}. Clients built on the TypeScript SDK stop there and never ask ${good.url}, which is good.`,
    whatToDo:
      defect === null
        ? 'Answer 404 at the addresses where there is no document.'
        : 'Complete that document, or answer 404 at its address.',
    clients: ['claude-code', 'mcp-remote', 'ts-sdk'],
    evidence: [...before, good].map(attemptEvidence),
  };
}
