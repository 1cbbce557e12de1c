import type { Report, TargetReport } from '../../contract/report.ts';
import { CLIENT_WORDS, STEP_WORDS } from '../../contract/words.ts';
import { redactUrl } from '../redact/url.ts';
import { visible } from '../redact/visible.ts';
import { registrationKind } from './registration-kind.ts';
import { verifiedSteps } from './verified-steps.ts';

/** The client that is the vendor's own: it runs where nobody else can look. */
const HOSTED = 'claude-hosted';
/** A reference of claude.ai, as its error page shows it; seen with 12 to 40 characters. */
const REFERENCE = /^ofid_[0-9a-z]{6,64}$/i;

/**
 * The text of a report to the vendor of hosted Claude, in the fields of its public issue template
 * for server developers. Pure: the same report gives the same text.
 * @param report of a traced sign-in
 * @param reference the `ofid_…` that the user pasted; one that is none is left out and said so
 * @returns Markdown; what only the user knows stands in it as a line to fill in
 * @see https://github.com/anthropics/claude-ai-mcp (auth_connection_developer); F60, F80, F84; issue 4
 */
export function vendorReport(report: Report, reference: string | null): string {
  const target = tracedTarget(report);
  if (target === null) return 'There is no traced sign-in in this report.\n';
  const fields: readonly (readonly [label: string, text: string])[] = [
    ['MCP server URL', code(addressOf(target))],
    ['Where does the issue occur?', WHERE],
    ['Transport used', TRANSPORTS[target.transport]],
    ['Client registration type', registrationKind(target)],
    [
      'SSE only: Does your server return the expected status code for POST requests?',
      target.transport === 'sse' ? 'Not sure' : 'Not applicable (my server does not use SSE)',
    ],
    [
      'When did you last reproduce this?',
      '_Fill in: date and time in UTC of your last try in Claude._',
    ],
    ['Browser and OS', '_Fill in._'],
    ['Describe the issue', describe(target)],
    ['Issue details', details(reference)],
    [
      'Expected behavior',
      'Claude signs in at this server and lists its tools, as the other clients do.',
    ],
    ['Logs from your server', '_Fill in what your server logged at that time, without tokens._'],
    ['Additional context', context(report, target)],
  ];
  return `${fields.map(([label, text]) => `### ${label}\n\n${text}\n`).join('\n')}`;
}

/**
 * May this be reported? Only where the server passes everything for hosted Claude: a sign-in went
 * through to the tools, nothing stops that client or puts it at risk, and no error concerns it.
 */
export function mayReport(report: Report): boolean {
  return whyNotReport(report) === null;
}

/** Why a report is none of the vendor’s business, as a sentence, or null where it is. */
export function whyNotReport(report: Report): string | null {
  const target = tracedTarget(report);
  if (target === null) return 'Trace a sign-in first; the report says what was seen in it.';
  if (target.signIn?.outcome !== 'signed-in')
    return 'The traced sign-in did not go through, so the cause is to be found there first.';
  const verdict = target.verdicts.find((one) => one.client === HOSTED);
  if (verdict === undefined) return 'Hosted Claude was not judged, so nothing can be said of it.';
  if (verdict.outcome !== 'works')
    return `Hosted Claude is not clear of this server: ${verdict.why}`;
  const error = target.findings.find(
    (one) => one.severity === 'error' && (one.clients.length === 0 || one.clients.includes(HOSTED)),
  );
  return error === undefined
    ? null
    : `Something is left to fix first: ${error.code} ${error.title}.`;
}

/** The text, or why there is none: what the app asks for. */
export function vendorMail(
  report: Report,
  reference: string | null,
): { readonly text: string | null; readonly why: string | null } {
  const why = whyNotReport(report);
  return why === null ? { text: vendorReport(report, reference), why } : { text: null, why };
}

function tracedTarget({ targets }: Report): TargetReport | null {
  return targets.find((one) => one.signIn !== null) ?? null;
}

const WHERE = `_Keep one line:_
- When pressing the Connect button
- In the authorization screen from my server
- When auth finishes and redirects back to Claude.ai
- During a conversation (after initial auth)
- Other`;

const TRANSPORTS: Record<TargetReport['transport'], string> = {
  http: 'streamable-http',
  sse: 'sse (deprecated)',
  stdio: 'stdio',
  ws: 'Other (WebSocket)',
  unknown: '_Fill in: streamable-http or sse._',
};

function describe(target: TargetReport): string {
  const working = target.verdicts.filter((one) => one.outcome === 'works' && one.client !== HOSTED);
  const names = [...new Set(working.map((one) => CLIENT_WORDS[one.client]))];
  const others = names.length === 0 ? 'none was judged' : names.join(', ');
  return `_Fill in: what you did and what you saw._

- Fails: ${CLIENT_WORDS[HOSTED]}
- Nothing was found that stops: ${others}`;
}

/** Only something that looks like a reference gets in: nobody’s token is sent by a slip. */
function details(reference: string | null): string {
  const given = reference?.trim() ?? '';
  if (given === '')
    return '_Fill in the text of the error, with the reference (ofid_…) if there is one._';
  if (!REFERENCE.test(given))
    return '_What was given as reference is none (it begins with ofid_ and has letters and digits only), so it was left out._';
  return `Reference: ${code(given)}`;
}

function context({ tool, startedAt, durationMs }: Report, target: TargetReport): string {
  const end = new Date(Date.parse(startedAt) + durationMs).toISOString();
  const { as } = target.signIn!;
  const steps = verifiedSteps(target).map(
    ({ step, said, at }) =>
      `- [x] ${STEP_WORDS[step]}: ${code(said)}${at === null ? '' : ` at ${at}`}`,
  );
  return `The sign-in was traced from this machine as ${CLIENT_WORDS[as]} with ${tool.name} ${tool.version}, from ${startedAt} to ${end} (UTC). What was verified:

${steps.join('\n')}

What cannot be seen from here: requests from Claude’s own addresses (160.79.104.0/21).`;
}

function addressOf({ url }: TargetReport): string {
  return url === null ? 'none' : redactUrl(url);
}

/** Text from outside as code: on one line, and without what would end the code (safety H13). */
function code(text: string): string {
  return `\`${visible(text).replaceAll('`', '’')}\``;
}
