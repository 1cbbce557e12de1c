import { expect, test } from 'vitest';
import { refusedSwitch } from './debugging-switch.ts';

const commandLine = (...given: string[]) => ({ hasSwitch: (name: string) => given.includes(name) });

test.each(['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'])(
  'A10: a packaged build refuses --%s',
  (name) => expect(refusedSwitch(commandLine('x', name), true)).toBe(name),
);

test('A10: a packaged build without such a switch starts', () => {
  expect(refusedSwitch(commandLine('home', 'os'), true)).toBeNull();
});

test('the tests may drive a build that is not packaged', () => {
  expect(refusedSwitch(commandLine('remote-debugging-port'), false)).toBeNull();
});
