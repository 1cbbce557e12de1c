import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../contract/report.ts';
import type { MachineEvidence, ServerEntry } from '../../model/evidence.ts';
import type { Fix, FixContext } from '../../model/fix.ts';
import type { LogFile } from '../../model/log-evidence.ts';
import type { SettingFact, SettingsFile } from '../../model/settings-evidence.ts';
import { fileEvidence } from '../../modes/evidence/file-evidence.ts';
import { settingEvidence } from '../../modes/evidence/setting-evidence.ts';
import { sampleFixContext } from '../../testing/sample-fix-context.ts';
import { sampleLog } from '../../testing/sample-log.ts';
import { sampleEntry } from '../../testing/sample-machine.ts';
import { FIXES } from './index.generated.ts';

const STATE = '/home/ada/.claude.json';
const SETTINGS = '/home/ada/.claude/settings.json';
const own = (changes: Partial<ServerEntry> = {}) =>
  sampleEntry({ file: STATE, scope: 'user', ...changes });

function plansOf(fix: string, context: FixContext) {
  const found: Fix | undefined = FIXES.find(({ name }) => name === fix);
  if (found === undefined) throw new Error(`there is no fix ${fix}`);
  return found.plan(context);
}

function fact(changes: Partial<SettingFact>): SettingFact {
  const at = { pointer: '', line: 2, column: 3, excerpt: '' };
  return { kind: 'switch', name: '', value: '', ...at, ...changes };
}

function settings(
  facts: readonly SettingFact[],
  changes: Partial<SettingsFile> = {},
): SettingsFile {
  const about = { client: 'claude-code', scope: 'user', file: SETTINGS } as const;
  return { ...about, state: 'ok', detail: null, problems: [], facts, managed: false, ...changes };
}

describe('trust-authority', () => {
  const answers = { certificate: '/etc/company.pem' };
  const unchecked = fact({
    kind: 'variable',
    name: 'NODE_TLS_REJECT_UNAUTHORIZED',
    value: '0',
    pointer: '/env/NODE_TLS_REJECT_UNAUTHORIZED',
  });
  test('names the file in the settings, and takes away what lets everything pass', () => {
    const machine = { settings: [settings([unchecked])] };
    const [plan] = plansOf(
      'trust-authority',
      sampleFixContext('F11', [own()], { machine, answers }),
    );
    expect(plan?.operations).toEqual([
      {
        kind: 'set-value',
        file: SETTINGS,
        pointer: '/env/NODE_EXTRA_CA_CERTS',
        value: '/etc/company.pem',
      },
      { kind: 'remove-value', file: SETTINGS, pointer: unchecked.pointer },
    ]);
  });
  test('makes the settings where there are none, beside what is known of Claude Code', () => {
    const [plan] = plansOf('trust-authority', sampleFixContext('F11', [own()], { answers }));
    expect(plan?.operations).toMatchObject([{ file: SETTINGS }]);
  });
  test('sets it in the entry of a program', () => {
    const entry = own({ client: 'claude-desktop-stdio', command: 'npx', viaMcpRemote: true });
    const [plan] = plansOf('trust-authority', sampleFixContext('F11', [entry], { answers }));
    expect(plan?.operations).toMatchObject([
      { pointer: '/mcpServers/acme/env/NODE_EXTRA_CA_CERTS' },
    ]);
  });
  test('C9: without a file nothing is done, and checking is never switched off', () => {
    for (const given of [{}, { certificate: 'relative.pem' }]) {
      const plans = plansOf(
        'trust-authority',
        sampleFixContext('F11', [own()], { answers: given }),
      );
      expect(plans.map(({ operations }) => operations)).toEqual([[]]);
      expect(JSON.stringify(plans)).not.toContain('REJECT_UNAUTHORIZED');
    }
  });
});

describe('switch-connectors-on', () => {
  const off = fact({
    name: 'disableClaudeAiConnectors',
    value: 'true',
    pointer: '/disableClaudeAiConnectors',
  });
  const seen = (file: string): Evidence => ({
    kind: 'store',
    file,
    pointer: null,
    fact: 'disableClaudeAiConnectors is true',
  });
  const planned = (files: readonly SettingsFile[], evidence: Evidence[]) =>
    plansOf(
      'switch-connectors-on',
      sampleFixContext('F98', [], { finding: { evidence }, machine: { settings: files } }),
    );

  test('removes the switch', () => {
    expect(planned([settings([off])], [seen(SETTINGS)])).toMatchObject([
      {
        closed: null,
        operations: [{ kind: 'remove-value', pointer: '/disableClaudeAiConnectors' }],
      },
    ]);
  });
  test('G16: leaves the switch of an organisation', () => {
    const [plan] = planned(
      [settings([off], { managed: true, scope: 'managed' })],
      [seen(SETTINGS)],
    );
    expect(plan?.closed).toContain('organisation');
  });
  test('tells what the environment sets', () => {
    expect(planned([], [seen('environment')])).toMatchObject([{ automation: 'guided' }]);
  });
});

describe('move-servers', () => {
  const lost = fact({
    kind: 'misplaced-servers',
    name: 'mcpServers',
    value: 'tools',
    servers: ['tools', 'a/b'],
    pointer: '/mcpServers',
  });
  const planned = (entries: readonly ServerEntry[], extra: Partial<MachineEvidence> = {}) => {
    const file = settings([lost]);
    const evidence = [settingEvidence(file, lost)];
    const machine = { ...sampleFixContext('F115', entries).machine, settings: [file], ...extra };
    return plansOf(
      'move-servers',
      sampleFixContext('F115', entries, { finding: { evidence }, machine }),
    );
  };
  test('takes each to the file that Claude Code reads', () => {
    expect(planned([own()])[0]).toMatchObject({
      closed: null,
      quits: ['claude-code'],
      operations: [
        {
          from: { file: SETTINGS, pointer: '/mcpServers/tools' },
          to: { file: STATE, pointer: '/mcpServers/tools' },
        },
        { from: { pointer: '/mcpServers/a~1b' }, to: { pointer: '/mcpServers/a~1b' } },
      ],
    });
  });
  test('stays closed where it would write over a server', () => {
    const there = own({ name: 'tools', pointer: '/mcpServers/tools' });
    expect(planned([there])[0]?.closed).toContain('same name');
  });
});

describe('separate-names', () => {
  const two = [
    own(),
    own({ scope: 'local', pointer: '/projects/~1app/mcpServers/acme', url: 'https://two.dev/mcp' }),
  ];
  const finding = { evidence: two.map(fileEvidence) };
  const planned = (answers: FixContext['answers']) =>
    plansOf('separate-names', sampleFixContext('F117', two, { finding, answers })).map(
      ({ operations }) => operations,
    );

  test('does nothing before the user has said which', () => {
    expect(planned({})).toEqual([[], []]);
  });
  test('renames or removes the one that was chosen', () => {
    expect(planned({ 'rename-entry': '2', 'remove-entry': '2' })).toMatchObject([
      [{ kind: 'rename-key', pointer: '/projects/~1app/mcpServers/acme', to: 'acme-local' }],
      [{ kind: 'remove-value', pointer: '/projects/~1app/mcpServers/acme' }],
    ]);
  });
});

describe('default-variable', () => {
  const variable = (name: string, pointer: string) => ({
    kind: 'variable' as const,
    name,
    hasDefault: false,
    isSet: false,
    at: { pointer, line: 4, column: 7 },
  });
  const planned = (name: string, pointer: string, answers = { default: 'blue' }) => {
    const entry = own({ facts: [variable(name, pointer)] });
    const evidence: Evidence[] = [{ ...fileEvidence(entry), pointer } as Evidence];
    return plansOf(
      'default-variable',
      sampleFixContext('F118', [entry], { finding: { evidence }, answers }),
    );
  };
  test('a default is written where it can be no secret', () => {
    expect(
      planned('TEAM', '/mcpServers/acme/url').flatMap(({ operations }) => operations),
    ).toMatchObject([
      { kind: 'tell' },
      { kind: 'change-value', by: { kind: 'default-variable', name: 'TEAM', value: 'blue' } },
    ]);
  });
  test.each([
    ['API_KEY', '/mcpServers/acme/url'],
    ['TEAM', '/mcpServers/acme/headers/Authorization'],
    ['TEAM', '/mcpServers/acme/args/2'],
  ])('A13, I4: for %s at %s it is only said how to set it', (name, pointer) => {
    expect(planned(name, pointer).flatMap(({ operations }) => operations)).toMatchObject([
      { kind: 'tell' },
    ]);
  });
});

describe('remove-old-logs', () => {
  const folder = '/home/ada/logs';
  const log = (name: string, modifiedAt: number, size = 1e9): LogFile =>
    sampleLog({ file: `${folder}/${name}`, modifiedAt, size, client: 'claude-code' });
  const evidence: Evidence[] = [{ kind: 'store', file: folder, pointer: null, fact: 'big' }];
  const finding = { evidence, clients: ['claude-code' as const] };
  const planned = (logs: readonly LogFile[]) =>
    plansOf('remove-old-logs', sampleFixContext('F134', [], { finding, machine: { logs } }));

  test('keeps the newest of a folder, and says that nothing comes back', () => {
    const other = sampleLog({ file: '/home/ada/other/x.log', client: 'claude-code', size: 1e9 });
    expect(planned([log('old', 1), log('new', 9), other])).toMatchObject([
      {
        risk: 'lost-for-good',
        operations: [{ kind: 'remove-file', file: `${folder}/old`, backup: false }],
      },
    ]);
  });
  test('takes the only one where it is the flood itself, and a small one never', () => {
    expect(planned([log('one', 1)])[0]?.operations).toHaveLength(1);
    expect(planned([log('one', 1, 10)])).toEqual([]);
  });
});

describe('more-start-time and update-client', () => {
  test('F133: two minutes for Claude Code', () => {
    const finding = { clients: ['claude-code' as const] };
    expect(
      plansOf('more-start-time', sampleFixContext('F133', [own()], { finding })),
    ).toMatchObject([
      { operations: [{ file: SETTINGS, pointer: '/env/MCP_TIMEOUT', value: '120000' }] },
    ]);
  });
  test('F132: only where Claude Code is installed', () => {
    const installs = [
      { client: 'claude-code', version: '2.1.20', location: '/x', how: 'state file' } as const,
    ];
    expect(plansOf('update-client', sampleFixContext('F132', [own()]))).toEqual([]);
    expect(
      plansOf('update-client', sampleFixContext('F132', [own()], { machine: { installs } })),
    ).toHaveLength(1);
  });
});

test('on a machine with nothing, no fix changes a file', () => {
  for (const fix of FIXES)
    for (const code of fix.codes) {
      const context = sampleFixContext(code, []);
      const kinds = fix
        .plan({ ...context, target: null })
        .flatMap(({ operations }) => operations.map(({ kind }) => kind));
      expect(
        kinds.filter((kind) => !['tell', 'open-page', 'wait-for-quit'].includes(kind)),
        fix.name,
      ).toEqual([]);
    }
});
