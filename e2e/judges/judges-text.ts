import type { TargetReport } from '../../main/contract/report.ts';
import type { Comparison } from '../oracle/compare.ts';
import { DISAGREEMENTS } from '../oracle/disagreements.ts';

export interface ServerRow {
  readonly name: string;
  readonly made: string;
  readonly target: TargetReport;
}

/** The page with what every judge said, as Markdown. */
export function judgesText(servers: readonly ServerRow[], clients: readonly Comparison[]): string {
  return [
    '# Judges that nobody here wrote',
    'Written by `npm run judges`: do not edit. The servers are asked when the page is written; what the clients did was recorded by `npm run oracle` and is laid beside fresh predictions.',
    '## Real servers',
    'Each is checked with `--register` on loopback. None may get more than advice.',
    serverTable(servers),
    '## Real clients',
    agreement(clients),
    '“Predicted” is the verdict after a registration and a sign-in; “stops at” the request that the rules name, “last request” the last one that reached the server.',
    clientTable(clients),
    '## Where they disagree, and why',
    disagreements(),
    '',
  ].join('\n\n');
}

function serverTable(servers: readonly ServerRow[]): string {
  const rows = servers.map(({ name, made, target }) => {
    const found = target.findings.map(
      (one) => `${one.code} ${one.severity} (${one.requirements.join(' ')})`,
    );
    const met = target.specification.filter((one) => one.state === 'met').length;
    return [name, made, found.join(', ') || 'nothing', String(met)];
  });
  return table(['server', 'made of', 'found', 'requirements met'], rows);
}

function agreement(clients: readonly Comparison[]): string {
  const names = [...new Set(clients.map((one) => one.client))];
  const lines = names.map((name) => {
    const own = clients.filter((one) => one.client === name);
    return `- ${name}: ${own.filter((one) => one.agrees).length} of ${own.length} agree`;
  });
  const all = clients.filter((one) => one.agrees).length;
  return [...lines, `- together: ${all} of ${clients.length}`].join('\n');
}

function clientTable(clients: readonly Comparison[]): string {
  const rows = clients.map((one) => [
    one.patient,
    one.client,
    one.predicted,
    one.predictedStop,
    one.connected ? 'connected' : 'did not connect',
    one.lastRequest,
    one.agrees ? '' : 'differs',
  ]);
  const head = ['server', 'client', 'predicted', 'stops at', 'did', 'last request', ''];
  return table(head, rows);
}

function disagreements(): string {
  const rows = Object.entries(DISAGREEMENTS);
  if (rows.length === 0) return 'Nowhere.';
  return table(['client and server', 'why'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((one) => one.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
