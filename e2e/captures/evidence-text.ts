import { RECORDED } from './capture.ts';
import { FAULTS, whyUnwritten } from './expected.ts';
import type { Judged } from './judge-examined.ts';

/** The page with what the recordings lead to, as Markdown. */
export function evidenceText(judged: readonly Judged[]): string {
  return [
    '# What logs and stores alone lead to',
    'Written by `npm run captures`: do not edit. Real clients were recorded against a server with one fault at a time. Here their logs and stores lie in a home of their own, and Unblank diagnoses it offline: no server is asked.',
    'A code is the failure mode that was found. “Not seen from here” is that the client wrote too little; why stands below. Advice about the address of the recording (F05) is left out.',
    figures(judged),
    '## Fault by fault',
    faultTable(judged),
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
  const words = { found: `**${code ?? ''}**`, nothing: 'nothing', unseen: 'not seen from here' };
  const found = kind === 'missed' || kind === 'false alarm' ? `**${kind}**` : words[kind];
  const others = also.length === 0 ? '' : `, also ${also.join(' ')}`;
  return `${found}${others} (${examined.ended ?? 'no story'})`;
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
