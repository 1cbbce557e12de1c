import { RECORDED } from './capture.ts';
import type { Examined } from './examine-capture.ts';
import { FAULTS, whyUnwritten } from './expected.ts';
import type { Judged } from './judge-examined.ts';

/** What a reader of the table must know so as not to take it for more than it is. */
const REMARKS = [
  'In brackets stands how the newest story in the log ended. What a client got by with (connected) is told as advice, or as a warning where a store shows it: another client may stop there.',
  'The redirect of unauth-redirect is in no log: clients follow it and write down the 404 behind it. That is F21, an answer that is no 401; that it is a redirect shows only when the server is asked.',
  'F93 is the sign-in that was begun and never came to its end, and F73 that the recording had no browser to open. Both are true of the recordings.',
  'The texts that Unblank knows were learned from these recordings, among others. The table shows that nothing in them is lost on the way, and not how well unknown logs are read.',
];

/** The page with what the recordings lead to, as Markdown. */
export function evidenceText(judged: readonly Judged[]): string {
  return [
    '# What logs and stores alone lead to',
    'Written by `npm run captures`: do not edit. Real clients were recorded against a server with one fault at a time. Here their logs and stores lie in a home of their own, and Unblank diagnoses it offline: no server is asked.',
    'A code is the failure mode that was found. “Not seen from here” is that the client wrote too little; why stands below. Advice about the address of the recording (F05) is left out.',
    figures(judged),
    '## Fault by fault',
    faultTable(judged),
    ...REMARKS,
    '## Not seen from here, and why',
    reasons(judged),
    '',
  ].join('\n\n');
}

function figures(judged: readonly Judged[]): string {
  const count = (...kinds: readonly Judged['kind'][]): number =>
    judged.filter(({ kind }) => kinds.includes(kind)).length;
  const written = count('found', 'missed');
  return [
    `- the recorded fault was found: ${count('found')} of ${written} where the client wrote enough`,
    `- not seen from here: ${count('unseen')}`,
    `- nothing wrong and nothing found: ${count('nothing')} of ${count('nothing', 'false alarm')}`,
  ].join('\n');
}

function faultTable(judged: readonly Judged[]): string {
  const head = ['the server', 'recorded as', 'mode', ...RECORDED.map(nameOf)];
  const rows = Object.entries(FAULTS).map(([scenario, { did, code }]) => [
    did,
    scenario,
    code ?? '–',
    ...RECORDED.map((recorded) => {
      const own = judged.find(
        ({ examined: { capture } }) =>
          capture.scenario === scenario && nameOf(capture) === nameOf(recorded),
      );
      return own === undefined ? 'not recorded' : cellOf(own, code);
    }),
  ]);
  return table(head, rows);
}

function cellOf({ kind, also, examined }: Judged, code: string | null): string {
  const words = {
    found: `**${code ?? ''}** by its ${seenIn(examined, code)}`,
    nothing: 'nothing',
    unseen: 'not seen from here',
    missed: '**missed**',
    'false alarm': '**false alarm**',
  };
  const others = also.length === 0 ? '' : `, also ${also.join(' ')}`;
  return `${words[kind]}${others} (${examined.incidents[0]?.ended ?? 'no story'})`;
}

/** Log or store: what the finding points at. */
function seenIn({ findings }: Examined, code: string | null): string {
  const evidence = findings.find((one) => one.code === code)?.evidence ?? [];
  const kinds = new Set(evidence.map(({ kind }) => kind));
  return ['log', 'store'].filter((kind) => kinds.has(kind as 'log')).join(' and ');
}

function reasons(judged: readonly Judged[]): string {
  const rows = judged
    .filter(({ kind }) => kind === 'unseen')
    .map(({ examined: { capture } }) => [
      capture.scenario,
      nameOf(capture),
      whyUnwritten(capture) ?? '',
    ]);
  return rows.length === 0 ? 'Everything was seen.' : table(['recorded as', 'client', 'why'], rows);
}

function nameOf({
  client,
  version,
}: {
  readonly client: string;
  readonly version: string;
}): string {
  return `${client === 'claude-code' ? 'Claude Code' : client} ${version}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((one) => one.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
