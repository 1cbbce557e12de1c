import { asksForSignIn } from '../probe/challenge-of.ts';
import { firstNotAsked } from '../clients/replay/not-asked.ts';
import { serverMetadataDefect, sendsOnward } from '../clients/replay/server-metadata.ts';
import { askedByClients, serverProblem } from '../clients/replay/server-problem.ts';
import type { AuthorizationServerEvidence, DocumentAttempt } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';
import { hidingAnswers } from './evidence/hiding-answers.ts';
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
  requirements: ['AS-01', 'AS-02', 'AS-03', 'AS-04', 'AS-05', 'AS-06'],
  followsFrom: ['F23', 'F24', 'F25', 'F27', 'F22', 'F20', 'F15', 'F16'],
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
    if (good?.place === 'oauth-root') return [misplaced(server, asked)];
    if (good === undefined) return isNotFound(asked) ? [notFound(server, asked)] : [];
    const wrong = hidingAnswers(asked, good);
    return wrong.length === 0 ? [] : [hidden(wrong, good)];
  },
});

function isGood(attempt: DocumentAttempt): boolean {
  return attempt.json !== null && serverMetadataDefect(attempt.json, attempt.place) === null;
}

/**
 * Is that there is no document the fault? Not where one has a defect (F17) or moved (F18), unless
 * something else stands before it, at which clients stop.
 */
function isNotFound(asked: readonly DocumentAttempt[]): boolean {
  const places = askedByClients(asked);
  const stop = places.find((one) => !sendsOnward(one));
  return serverProblem(places) === 'F28' || (stop !== undefined && stop.json === null);
}

function notFound(
  server: AuthorizationServerEvidence,
  asked: readonly DocumentAttempt[],
): Occurrence {
  return {
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
  const stopsAll = before.some((one) => !sendsOnward(one));
  // The TypeScript SDK 2 goes on after 502; generation 1 and the Python SDK do not (seen).
  const who = stopsAll ? 'Clients built on the TypeScript SDK' : 'The older SDKs';
  return {
    title: 'A wrong answer hides the authorization server’s metadata',
    explanation: `${first.url} ${problemWords(first.problem)}. ${who} stop there and never ask ${good.url}, which is good.`,
    whatToDo: 'Answer 404 at the addresses where there is no document.',
    severity: stopsAll ? 'error' : 'warning',
    clients: stopsAll ? ['claude-code', 'mcp-remote', 'ts-sdk'] : ['ts-sdk', 'python-sdk'],
    evidence: [...before, good].map(attemptEvidence),
  };
}
