import { asksForSignIn } from '../probe/challenge-of.ts';
import { isGuarded } from '../clients/replay/resource-problem.ts';
import { movesElsewhere } from '../clients/replay/server-problem.ts';
import type { AuthorizationServerEvidence, DocumentAttempt } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { resourceInUse } from '../requirements/parts/resource-documents.ts';
import { isSentAsJson, typeWords } from '../requirements/parts/sent-as-json.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';
import { isInTheWay } from './evidence/in-the-way.ts';
import { serverDocument } from './evidence/server-document.ts';
import { serverInUse } from './evidence/server-in-use.ts';
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
  followsFrom: ['F06'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc9728#section-3.2',
    'https://claude.com/docs/connectors/building/troubleshooting',
  ],
  needs: ['url', 'first', 'resourceMetadata', 'authorizationServers'],
  judge: (evidence) => {
    const { first, resourceMetadata, authorizationServers } = evidence;
    if (!asksForSignIn(first)) return [];
    const resource = resourceMetadata.filter(isGuarded);
    const server = authorizationServers.filter(isNamed).flatMap(guardedAll);
    const guarded = [...resource, ...server];
    if (guarded.length === 0)
      return sentOtherwise([
        resourceInUse(resourceMetadata),
        serverDocument(serverInUse(evidence)),
      ]);
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

/** Documents that are good and announced as something else; no shipped client minds. */
function sentOtherwise(documents: readonly (DocumentAttempt | null)[]): readonly Occurrence[] {
  const wrong = documents.filter((one) => one !== null).filter((one) => !isSentAsJson(one));
  const [first] = wrong;
  if (first === undefined) return [];
  return [
    {
      title: 'A metadata document is not sent as JSON',
      explanation:
        'The document is good, and its Content-Type says that it is something else. The clients that we know read it all the same; a stricter one will not.',
      detail: `Seen here: ${first.url} is sent as ${typeWords(first)}.`,
      whatToDo: 'Send the document as application/json.',
      snippet: 'Content-Type: application/json',
      severity: 'warning',
      clients: [],
      evidence: wrong.map(attemptEvidence),
    },
  ];
}

function isNamed(server: AuthorizationServerEvidence): boolean {
  return server.namedBy.some((one) => one.place !== 'origin');
}

/**
 * Where another address of the server is good, a page in front of it is F28's (AS-06); an address
 * that moved to another host is F18's (AS-23).
 */
function guardedAll({ attempts }: AuthorizationServerEvidence): readonly DocumentAttempt[] {
  if (attempts.some((one) => one.json !== null)) return [];
  return attempts.filter((one) => isGuarded(one) && !movesElsewhere(one));
}

function shortWords({ problem }: DocumentAttempt): string {
  if (problem?.kind === 'status') return 'asks for a login';
  return problem?.kind === 'redirect' ? 'redirects elsewhere' : 'answers with a web page';
}
