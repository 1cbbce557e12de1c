import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding, TargetReport } from '../../main/contract/report.ts';
import { SYSTEMS, type System } from '../../main/contract/words.ts';
import type { Ask, FixPlan } from '../../main/engine/model/fix.ts';
import { applyEdits } from '../../main/engine/repair/edit/apply-edits.ts';
import { FIXES } from '../../main/engine/repair/fixes/index.generated.ts';
import { editsOf, filesOf } from '../../main/engine/repair/plan/edits-of.ts';
import type { Diagnosis } from '../../main/engine/run/diagnose.ts';
import { home, withHome } from './home.ts';
import { lookInside } from './look-inside.ts';
import { ACME, servers, URL, type ExpectedFinding, type HomeRow } from './home-row.ts';
import { CONFIG_ROWS } from './rows/config-rows.ts';
import { LOG_ROWS } from './rows/log-rows.ts';
import { STORE_ROWS } from './rows/store-rows.ts';

const LATE = { client: 'claude-code', file: '', line: null } as const;
/** Faults of which one home is not enough, or whose finding is advice. */
const FURTHER: readonly HomeRow[] = [
  {
    name: 'mcp-remote without a version',
    systems: ['darwin', 'linux'],
    build: (one) =>
      one.claudeDesktop(
        servers({ command: '/usr/local/bin/npx', args: ['-y', 'mcp-remote', URL] }),
      ),
    finds: [{ ...LATE, code: 'F136', on: 'acme' }],
  },
  {
    name: 'transport in place of type',
    build: (one) => one.claudeCode(servers({ transport: 'http', url: URL })),
    finds: [{ ...LATE, code: 'F112', on: 'acme' }],
  },
  {
    name: 'a foreign key for the address',
    build: (one) => one.claudeCode(servers({ type: 'http', serverUrl: URL })),
    finds: [{ ...LATE, code: 'F115', on: 'acme' }],
  },
  {
    name: 'a server at the top of .mcp.json',
    build: (one) => one.project('.mcp.json', { acme: ACME }),
    finds: [{ ...LATE, code: 'F115', on: null }],
  },
  {
    name: 'the key of VS Code with its own level below',
    build: (one) => one.claudeDesktop({ mcp: { servers: { acme: { command: '/usr/bin/acme' } } } }),
    finds: [{ ...LATE, code: 'F115', on: null }],
  },
  {
    name: 'a space behind a name',
    build: (one) => one.claudeCode(servers(ACME, 'acme ')),
    finds: [{ ...LATE, code: 'F119', on: 'acme ' }],
  },
  {
    name: 'an empty file',
    build: (one) => one.claudeDesktop(''),
    finds: [{ ...LATE, code: 'F110', on: null }],
  },
  {
    name: 'a kept sign-in beside another that works',
    systems: ['win32', 'linux'],
    build: (one) =>
      one
        .claudeCode({ mcpServers: { acme: ACME, tools: { ...ACME, url: `${URL}2` } } })
        .codeSignIns({
          mcpOAuth: {
            'acme|ae0250b28fa519f7': { ...KEPT, serverName: 'acme', serverUrl: URL, expiresAt: 0 },
            'tools|00aa': { ...KEPT, serverName: 'tools', serverUrl: `${URL}2`, refreshToken: 'x' },
          },
        }),
    finds: [{ ...LATE, code: 'F93', on: 'acme' }],
  },
];
const KEPT = { clientId: 'cid-1', accessToken: 'made-up' };

const ROWS: readonly HomeRow[] = [...CONFIG_ROWS, ...STORE_ROWS, ...LOG_ROWS, ...FURTHER];

/** What a user of the fixture homes answers. */
const ANSWERS: Readonly<Record<string, string>> = {
  program: '/opt/node-22/bin/npx',
  certificate: '/opt/company/authority.pem',
  'client-file': '/opt/company/client.json',
  'client-id': 'cid-9',
  'callback-port': '8123',
  default: 'blue',
};

function findingsOf({ report }: Diagnosis, { code, on }: ExpectedFinding) {
  const all: { finding: Finding; target: TargetReport | null }[] = [
    ...report.machine.findings.map((finding) => ({ finding, target: null })),
    ...report.targets.flatMap((target) => target.findings.map((finding) => ({ finding, target }))),
  ];
  return all.filter(
    ({ finding, target }) =>
      finding.code === code && (on === null || target?.names.some(({ name }) => name === on)),
  );
}

function plansFor(seen: Diagnosis, expected: ExpectedFinding): readonly FixPlan[] {
  return findingsOf(seen, expected).flatMap(({ finding, target }) =>
    FIXES.filter(({ codes }) => codes.some((code) => code === finding.code)).flatMap((fix) => {
      const context = { finding, target, machine: seen.machine };
      const [asked] = fix.plan({ ...context, answers: {} }).flatMap(({ asks }) => [asks]);
      return fix.plan({ ...context, answers: { ...ANSWERS, ...chosen(asked ?? []) } });
    }),
  );
}

/** Of a choice the last: the first of two names is the one that counts. */
function chosen(asks: readonly Ask[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    asks.flatMap(({ id, kind, options }) => {
      const last = options.at(-1);
      return kind === 'choice' && last !== undefined ? [[id, last.id]] : [];
    }),
  );
}

/** Does what a plan says to real files. @returns the bytes of before, by file */
async function carryOut({ operations }: FixPlan) {
  const edits = editsOf(operations);
  const files = [...new Set(edits.flatMap(filesOf))];
  const before = new Map(
    await Promise.all(
      files.map(async (file) => [file, await readFile(file).catch(() => null)] as const),
    ),
  );
  const edited = applyEdits(before, edits);
  if (edited.kind === 'problem') throw new Error(`${edited.file}: ${edited.reason}`);
  for (const [file, bytes] of edited.files) {
    await mkdir(path.dirname(file), { recursive: true });
    await (bytes === null ? rm(file, { force: true }) : writeFile(file, bytes));
  }
  return { before, after: edited.files };
}

/** What a log says it says until it is written anew; what a client keeps it may go on keeping. */
const STAYS_IN_LOG: ReadonlySet<string> = new Set([
  'F11',
  'F12',
  'F40',
  'F41',
  'F44',
  'F86',
  'F124',
  'F125',
  'F131',
  'F133',
]);

describe('each way out of a fault in a home is carried out, and the fault is gone', () => {
  for (const row of ROWS)
    for (const expected of row.finds)
      test(`${row.name}: ${expected.code}`, { timeout: 60_000 }, async () => {
        for (const os of row.systems ?? SYSTEMS) await repaired(row, expected, os);
      });
});

/** Those of which a file is what is wrong: there at least one way out changes it, and is open. */
const WRITES: ReadonlySet<string> = new Set(
  [11, 40, 86, 93, 94, 98, 110, 111, 112, 113, 115, 117, 119, 120, 122, 124, 125, 126, 127]
    .concat([130, 131, 133, 134, 136])
    .map((one) => `F${one}`),
);

async function repaired(row: HomeRow, expected: ExpectedFinding, os: System): Promise<void> {
  const built = row.build(home(os));
  const count = await withHome(built, async (written) => {
    const plans = plansFor(await lookInside(written, os), expected);
    expect(plans.length, `${expected.code} on ${os} has a way out`).toBeGreaterThan(0);
    return plans.length;
  });
  let carried = 0;
  for (let at = 0; at < count; at += 1)
    await withHome(built, async (written) => {
      const plan = plansFor(await lookInside(written, os), expected)[at]!;
      if (editsOf(plan.operations).length === 0 || plan.closed !== null) return;
      await carryOut(plan);
      carried += 1;
      const left = findingsOf(await lookInside(written, os), expected);
      if (!STAYS_IN_LOG.has(expected.code))
        expect(
          left.map(({ finding }) => finding.title),
          `${plan.title} on ${os}`,
        ).toEqual([]);
    });
  if (WRITES.has(expected.code)) expect(carried, `${expected.code} on ${os}`).toBeGreaterThan(0);
}
