import { expect, test } from 'vitest';
import type { SettingFact, SettingsFile } from '../model/settings-evidence.ts';
import { sampleEntry, sampleMachine } from '../testing/sample-machine.ts';
import { switchedOff } from './switched-off.ts';

function machineWith(changes: Partial<SettingFact>) {
  const fact: SettingFact = {
    kind: 'disabled-server',
    name: 'acme',
    value: '',
    pointer: '/disabledMcpServers/0',
    line: 7,
    column: 1,
    excerpt: '',
    ...changes,
  };
  const settings: SettingsFile = {
    client: 'claude-code',
    scope: 'user',
    file: '/home/ada/.claude.json',
    state: 'ok',
    detail: null,
    problems: [],
    facts: [fact],
    managed: false,
  };
  return { ...sampleMachine(), settings: [settings] };
}
const IN_B = '/projects/~1home~1ada~1b/disabledMcpServers/0';

test.each([
  [{}, {}, 'switched off in /home/ada/.claude.json, line 7'],
  [{ name: 'other' }, {}, null],
  [{}, { client: 'cursor' }, null],
  [{ kind: 'policy' }, {}, null],
  [{ kind: 'unapproved-server' }, {}, 'not approved yet in /home/ada/.claude.json, line 7'],
  [{ kind: 'unapproved-server' }, { scope: 'user' }, null],
  [{ pointer: IN_B }, {}, null],
  [
    { pointer: IN_B },
    { scope: 'user' },
    'switched off in /home/ada/.claude.json, line 7, for /home/ada/b',
  ],
] as const)('%j of an entry %j', (fact, entry, words) => {
  expect(switchedOff(sampleEntry(entry), machineWith(fact))).toBe(words);
});
