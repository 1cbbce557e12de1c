import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';

/** Opens all that can stay open, closes, and has no exit of its own: only open handles keep it. */
const PROGRAM = `
import { setImmediate as nextTurn } from 'node:timers/promises';
import { startPatient } from './start-patient.ts';
import { begin, openResponse } from './testing/send.ts';
for (const name of ['network-endless', 'network-hangs', 'claude-code-11814', 'servers-first-dead']) {
  const patient = await startPatient(name);
  const request = begin(patient, patient.url);
  request.on('error', () => undefined);
  while (patient.requests.length === 0 && name !== 'claude-code-11814') await nextTurn();
  if (name === 'network-endless') {
    (await openResponse(patient, patient.url)).on('error', () => undefined).resume();
  }
  await patient.close();
}
console.log('closed');
`;

test('L1: after close() a process with nothing else to do ends by itself', async () => {
  const args = ['--import', 'tsx', '--input-type=module', '--eval', PROGRAM];
  const child = spawn(process.execPath, args, {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += String(chunk)));
  const [code] = (await once(child, 'close')) as [number];
  expect([code, printed.trim()]).toEqual([0, 'closed']);
});
