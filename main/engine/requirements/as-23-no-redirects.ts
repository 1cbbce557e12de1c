import { isUrl } from '../../contract/is-url.ts';
import { defineRequirement, type RequirementOutcome } from '../model/requirement.ts';
import { askedByClients, movesElsewhere } from '../clients/replay/server-problem.ts';
import type { AuthorizationServerEvidence, Exchange } from '../model/evidence.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { problemWords } from '../modes/words/problem-words.ts';
import { headerOf } from '../probe/header.ts';
import { broken } from './parts/broken.ts';
import { goodServerDocuments, ofServer, SERVER_NEEDS } from './parts/server-documents.ts';

/** AS-23: metadata and endpoints do not redirect to another origin, nor a POST into a GET. */
export const requirement = defineRequirement({
  id: 'AS-23',
  level: 'COMPAT',
  revisions: [],
  phase: 'p0',
  step: 'server-metadata',
  title: 'Metadata and token endpoint do not redirect elsewhere.',
  source: 'MCP SDKs, redirect policy (seen)',
  shownBy: ['F18'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServer(given, (server) => {
      const asked = askedByClients(server.attempts);
      const moved = asked.find(movesElsewhere);
      if (moved === undefined) return judgeEndpoint(server);
      const text = `${moved.url} ${problemWords(moved.problem)}; clients do not follow it to another host.`;
      const isLost = goodServerDocuments(server).length === 0;
      return broken(text, [attemptEvidence(moved)], { severity: isLost ? 'error' : 'warning' });
    }),
});

function judgeEndpoint({ endpoints, attempts }: AuthorizationServerEvidence): RequirementOutcome {
  const exchange = endpoints?.token ?? null;
  const to = exchange === null ? null : lostRedirect(exchange);
  if (exchange === null || to === null)
    return attempts.some((one) => one.json !== null) ? 'met' : 'not-applicable';
  const text = `The token endpoint ${exchange.request.url} redirects to ${to}; clients do not follow a POST there.`;
  return broken(text, [httpEvidence(exchange, 'a redirect in answer to a POST')]);
}

/** Where a POST is redirected and clients do not go: 301 to 303 anywhere, 307 and 308 elsewhere. */
function lostRedirect({ outcome, request }: Exchange): string | null {
  if (outcome.kind === 'failure') return null;
  const { status, headers } = outcome.response;
  const to = headerOf(headers, 'location');
  if (to === null || !isUrl(to, request.url)) return null;
  const target = new URL(to, request.url);
  const staysHere = target.origin === new URL(request.url).origin;
  const isLost = [301, 302, 303].includes(status) || ([307, 308].includes(status) && !staysHere);
  return isLost ? target.href : null;
}
