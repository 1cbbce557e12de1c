import { defineRequirement } from '../model/requirement.ts';
import type { Exchange } from '../model/evidence.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { headerOf } from '../probe/header.ts';
import { broken } from './parts/broken.ts';
import { ofServerDocument, SERVER_NEEDS } from './parts/server-documents.ts';

/** AS-24: clients that run in a page may read the metadata and reach the token endpoint. */
export const requirement = defineRequirement({
  id: 'AS-24',
  level: 'COMPAT',
  revisions: [],
  phase: 'p0',
  step: 'server-metadata',
  title: 'Clients that run in a page can read the metadata.',
  source: 'Fetch standard, CORS protocol; MCP Inspector',
  shownBy: ['F35'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServerDocument(given, (document, { endpoints }) => {
      const read = document.exchanges.at(-1)!;
      const asked = [read, ...(endpoints?.preflight ? [endpoints.preflight] : [])];
      const closed = asked.find((one) => !isOpen(one));
      if (closed === undefined) return 'met';
      // A server that never speaks of CORS is not made for browsers.
      if (!asked.some(allowsOrigin)) return 'not-applicable';
      const { method, url } = closed.request;
      const text = `${method} ${url} is answered without Access-Control-Allow-Origin, so clients that run in a page, such as browser testers, cannot use it. Claude and the command-line clients can.`;
      const evidence = [httpEvidence(closed, 'no Access-Control-Allow-Origin')];
      return broken(text, evidence, { severity: 'advice' });
    }),
});

/** A preflight that was not answered says nothing (its failure is another requirement's). */
function isOpen(exchange: Exchange): boolean {
  return exchange.outcome.kind === 'failure' || allowsOrigin(exchange);
}

function allowsOrigin({ outcome }: Exchange): boolean {
  if (outcome.kind === 'failure') return false;
  return headerOf(outcome.response.headers, 'access-control-allow-origin') !== null;
}
