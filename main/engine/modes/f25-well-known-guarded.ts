import { asksForSignIn } from '../probe/challenge-of.ts';
import { isUsableResourceMetadata } from '../clients/replay/resource-metadata.ts';
import { isGuarded } from '../clients/replay/resource-problem.ts';
import { sendsOnward } from '../clients/replay/server-metadata.ts';
import type { AuthorizationServerEvidence, DocumentAttempt } from '../model/evidence.ts';
import { defineTargetMode } from '../model/mode.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';
import { problemWords } from './words/problem-words.ts';

/** F25: a metadata address answers with a login or a page instead of a document or 404. */
export const mode = defineTargetMode({
  code: 'F25',
  title: 'A metadata address asks for a login',
  explanation:
    'The documents under /.well-known/ must be readable by anybody: they say how to sign in. Behind a login, or swallowed by the catch-all route of a web app, they stop every client that reads them.',
  whatToDo:
    'Exempt /.well-known/* from authentication, from redirects to a login page and from the catch-all route of a single-page app. Answer JSON where there is a document and 404 where there is none.',
  step: 'resource-metadata',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-desktop-3p'],
  requirements: ['PR-05', 'PR-06', 'AS-05', 'AS-06'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc9728#section-3.2',
    'https://claude.com/docs/connectors/building/troubleshooting',
  ],
  needs: ['first', 'resourceMetadata', 'authorizationServers'],
  judge: ({ first, resourceMetadata, authorizationServers }) => {
    if (!asksForSignIn(first)) return [];
    const resource = resourceMetadata.filter(isGuarded);
    const server = authorizationServers.filter(isNamed).flatMap(guardedAll);
    const guarded = [...resource, ...server];
    if (guarded.length === 0) return [];
    const decisive = server.length > 0 || isInTheWay(resourceMetadata);
    return [
      {
        title: `A metadata address ${shortWords(guarded[0]!)}`,
        detail: `Seen here: ${guarded[0]!.url} ${problemWords(guarded[0]!.problem)}.`,
        severity: decisive ? 'error' : 'warning',
        evidence: guarded.map(attemptEvidence),
      },
    ];
  },
});

/** No document at all, or none that clients get to: they stop at the address before it. */
function isInTheWay(attempts: readonly DocumentAttempt[]): boolean {
  const good = attempts.findIndex(isUsableResourceMetadata);
  const before = attempts.slice(0, Math.max(good, 0)).filter(isGuarded);
  return (
    attempts.every((one) => one.json === null) ||
    before.some((one) => one.place === 'header' || !sendsOnward(one))
  );
}

function isNamed(server: AuthorizationServerEvidence): boolean {
  return server.namedBy.some((one) => one.place !== 'origin');
}

/** Where another address of the server is good, a page in front of it is F28's (AS-06). */
function guardedAll({ attempts }: AuthorizationServerEvidence): readonly DocumentAttempt[] {
  return attempts.some((one) => one.json !== null) ? [] : attempts.filter(isGuarded);
}

function shortWords({ problem }: DocumentAttempt): string {
  if (problem?.kind === 'status') return 'asks for a login';
  return problem?.kind === 'redirect' ? 'redirects elsewhere' : 'answers with a web page';
}
