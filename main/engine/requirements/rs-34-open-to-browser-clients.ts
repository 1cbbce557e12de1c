import type { Severity } from '../../contract/words.ts';
import type { Exchange, FirstContact, McpProbes } from '../model/evidence.ts';
import { defineRequirement, type RequirementOutcome } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { headerOf } from '../probe/header.ts';
import { broken } from './parts/broken.ts';
import { ofProbe, PROBE_NEEDS, type Answered } from './parts/of-probe.ts';

/** RS-34: a client that runs in a web page can ask, and read the 401. */
export const requirement = defineRequirement({
  id: 'RS-34',
  level: 'COMPAT',
  revisions: [],
  phase: 'p0',
  step: 'challenge',
  title: 'A client in a web page can ask the endpoint and read the 401.',
  source: 'Fetch standard, CORS; MCP Inspector',
  shownBy: ['F35'],
  needs: PROBE_NEEDS,
  check: (given) => {
    const asked = ofProbe(given, 'preflight', (answered) => judgePreflight(answered, given));
    return asked === 'met' ? judgeExposure(given) : asked;
  },
});

interface Given {
  readonly first: FirstContact;
  readonly mcpProbes: McpProbes;
}

function judgePreflight({ exchange, status }: Answered, given: Given): RequirementOutcome {
  const allowed = headerIn(exchange, 'access-control-allow-origin');
  const passes = status < 300 && allowed !== null;
  if (passes) return 'met';
  const what = status < 300 ? 'allows no origin' : `is answered ${status}`;
  return broken(
    `The preflight (OPTIONS) that a browser sends before the request ${what}, so clients that run in a web page cannot connect. All other clients are not concerned.`,
    [httpEvidence(exchange, `OPTIONS answered ${status}`)],
    {
      severity: weightOf(given),
      whatToDo: 'Answer OPTIONS with the CORS headers before the token is asked for.',
    },
  );
}

/** A server that never speaks of CORS is not made for browsers; one that does stumbles. */
function weightOf({ first, mcpProbes }: Given): Severity {
  const own = [first.legacy, mcpProbes['foreign origin']];
  const names = ['access-control-allow-origin', 'access-control-expose-headers'];
  const speaks = own.some((one) => one && names.some((name) => headerIn(one, name) !== null));
  return speaks ? 'warning' : 'advice';
}

/** CORS headers may come only with an Origin, so that a first answer without them proves nothing. */
function judgeExposure({ first, mcpProbes }: Given): RequirementOutcome {
  const foreign = mcpProbes['foreign origin'];
  const answers = [first.legacy, ...(foreign === undefined ? [] : [foreign])];
  if (answers.some(exposes)) return 'met';
  const shown = answers.find((one) => headerIn(one, 'access-control-allow-origin') !== null);
  if (shown === undefined)
    return { notSeen: 'A 401 to an allowed Origin would tell whether a page can read it.' };
  return broken(
    'Browser clients cannot see the header of the 401: Access-Control-Expose-Headers does not list WWW-Authenticate.',
    [httpEvidence(shown, 'WWW-Authenticate is not exposed')],
    {
      severity: 'advice',
      whatToDo: 'Add the header below to the 401.',
      snippet: 'Access-Control-Expose-Headers: WWW-Authenticate',
    },
  );
}

function exposes(exchange: Exchange): boolean {
  const listed = headerIn(exchange, 'access-control-expose-headers') ?? '';
  return listed
    .split(',')
    .some((one) => ['www-authenticate', '*'].includes(one.trim().toLowerCase()));
}

function headerIn({ outcome }: Exchange, name: string): string | null {
  return outcome.kind === 'failure' ? null : headerOf(outcome.response.headers, name);
}
