import { contactOf } from '../clients/replay/replay.ts';
import type { FirstContact } from '../model/evidence.ts';
import { defineRequirement, type RequirementOutcome } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { headerOf } from '../probe/header.ts';
import { isOpenServer, mcpAnswer } from '../probe/mcp-answer.ts';
import { localityOf } from '../safety/url-locality.ts';
import { broken } from './parts/broken.ts';
import { guardsPost, ofAnyProbe, type Answered } from './parts/of-probe.ts';
import { A_TO_D } from './parts/revisions.ts';

/**
 * RS-32: a request from a foreign web page is refused. Only what proves the fault counts: a server
 * that asks for the token first answers 401 and never shows whether it looks at the origin.
 */
export const requirement = defineRequirement({
  id: 'RS-32',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'challenge',
  title: 'A request with a foreign Origin is refused (403).',
  source: 'MCP transports, Security Warning',
  shownBy: ['F39'],
  needs: ['url', 'first', 'mcpProbes'],
  check: ({ url, first, mcpProbes }) =>
    speaksPost(first)
      ? ofAnyProbe({ first, mcpProbes }, 'foreign origin', (one) => judge(one, first, url))
      : 'not-applicable',
});

const NEEDS_TOKEN = {
  notSeen:
    'A request with a token and a foreign Origin would tell: without one the token is asked for first.',
} as const;

function judge(answered: Answered, first: FirstContact, url: string): RequirementOutcome {
  const { exchange, status } = answered;
  if (invitesAll(answered))
    return broken(
      `Any website may talk to the server with its user’s cookies: the answer to Origin: ${FOREIGN} repeats that origin and allows credentials.`,
      [httpEvidence(exchange, `answered ${status} to Origin: ${FOREIGN}`)],
      { severity: 'warning' },
    );
  const said = mcpAnswer(exchange);
  if (status < 300 && said === 'result') return letsIn(answered, first, url);
  // Refused is refused: CORS middleware does it with 500, an error of its own inside a 200 as well.
  const isRefused = status !== 401 && (said === 'error' || status >= 400);
  return isRefused ? 'met' : NEEDS_TOKEN;
}

const FOREIGN = 'https://evil.example';

/** On the open internet a server without sign-in gives a website no more than it gives anybody. */
function letsIn({ exchange, status }: Answered, first: FirstContact, url: string) {
  const isForAll = isOpenServer(first.legacy) && localityOf(new URL(url).hostname) === 'public';
  return broken(
    'Any website can talk to the server: Origin is not checked.',
    [httpEvidence(exchange, `answered ${status} to Origin: ${FOREIGN}, expected 403`)],
    {
      whatToDo: 'Compare Origin with a list of your own before anything else, and answer 403.',
      severity: isForAll ? 'advice' : 'error',
    },
  );
}

function invitesAll({ exchange: { outcome } }: Answered): boolean {
  if (outcome.kind === 'failure') return false;
  const { headers } = outcome.response;
  const credentials = headerOf(headers, 'access-control-allow-credentials');
  return headerOf(headers, 'access-control-allow-origin') === FOREIGN && credentials === 'true';
}

function speaksPost(first: FirstContact): boolean {
  const contact = contactOf(first);
  return guardsPost(first) || (contact === first.legacy && isOpenServer(contact));
}
