import { describe, expect, test } from 'vitest';
import type { SequenceMessage } from '../../../contract/report.ts';
import { terminalStyle } from '../report/terminal-style.ts';
import { LiveTrace } from './live-trace.ts';
import { sampleMessage } from './testing/sample-trace.ts';

function setUp(isTTY: boolean) {
  const written: string[] = [];
  const write = (text: string) => written.push(text) > 0;
  const stream = { isTTY, columns: 80, write } as unknown as NodeJS.WriteStream;
  const live = new LiveTrace(stream, terminalStyle({ columns: 80 }, {}));
  const show = (...messages: SequenceMessage[]) =>
    live.onNews({ kind: 'sequence', messages, exchanges: [], called: null });
  const lines = () => written.join('').replaceAll('\r\u001b[2K', '').split('\n');
  return { live, show, lines, written };
}
const FIRST = sampleMessage();
const SECOND = sampleMessage({
  id: 'm2',
  kind: 'answer',
  from: 'server',
  to: 'client',
  text: '401',
});

describe('a trace on stderr while it happens', () => {
  test('the diagram grows: each message is written once, under the names of the lanes', () => {
    const { show, lines } = setUp(true);
    show({ ...FIRST, state: 'waiting' });
    show(FIRST, SECOND);
    const text = lines().join('\n');
    expect(text.match(/authorization/g)).toHaveLength(1);
    expect(text.match(/POST \/mcp/g)).toHaveLength(1);
    expect(text.indexOf('POST /mcp')).toBeLessThan(text.indexOf('401'));
  });

  test('a message that turns out wrong is written again', () => {
    const { show, lines } = setUp(true);
    show(FIRST);
    show({ ...FIRST, state: 'wrong' });
    expect(lines().filter((one) => one.includes('POST /mcp'))).toHaveLength(2);
  });

  test('a blank page is told at once, and once', () => {
    const { live, lines } = setUp(true);
    const called = { outcome: 'blank', headline: 'Nothing was shown.', next: 'x' } as const;
    for (let left = 2; left > 0; left -= 1)
      live.onNews({ kind: 'sequence', messages: [FIRST], exchanges: [], called });
    expect(lines().filter((one) => one === '■ Nothing was shown.')).toHaveLength(1);
  });

  test('without a terminal only what must be said is written', () => {
    const { live, show, written } = setUp(false);
    live.onNews({ kind: 'progress', text: 'Asking', done: 0, total: 5 });
    show(FIRST);
    expect(written).toEqual([]);
    live.say('Open this address:\n\n  https://a.example/');
    expect(written).toEqual(['Open this address:\n\n  https://a.example/\n']);
  });

  test('while a question waits nothing else is written; it comes after the answer', async () => {
    const { live, show, written } = setUp(true);
    const answer = await live.alone(async () => {
      const before = written.length;
      live.onNews({ kind: 'progress', text: 'Asking', done: 0, total: 5 });
      show(FIRST);
      return written.length - before;
    });
    expect(answer).toBe(0);
    expect(written.join('')).toContain('POST /mcp');
  });

  test('an address is left whole, so that it can be copied', () => {
    const { live, lines } = setUp(true);
    const address = `https://a.example/?${'a'.repeat(300)}`;
    live.say(`Open this:\n\n  ${address}`);
    expect(lines()).toContain(`  ${address}`);
  });
});
