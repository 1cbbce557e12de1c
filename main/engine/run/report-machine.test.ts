import { expect, test } from 'vitest';
import { machineSchema } from '../../contract/report.ts';
import { sampleMachine } from '../testing/sample-machine.ts';
import { reportMachine } from './report-machine.ts';

test('a machine becomes what the schema says, with the names of its servers', () => {
  const machine = sampleMachine({ entries: [{ name: 'acme' }, { name: 'other' }] });
  const report = machineSchema.parse(reportMachine(machine, []));
  expect(report).toMatchObject({
    os: 'linux',
    findings: [],
    configs: [{ state: 'ok', servers: ['acme', 'other'], notes: [] }],
  });
});

test('why a file could not be read stands before the notes', () => {
  const machine = sampleMachine({
    state: 'unreadable',
    detail: 'permission denied',
    notes: ['byte order mark'],
  });
  expect(reportMachine(machine, []).configs[0]?.notes).toEqual([
    'permission denied',
    'byte order mark',
  ]);
});
