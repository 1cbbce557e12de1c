import { expect, test } from 'vitest';
import { exchange } from '../testing/exchange-builders.ts';
import { createFakePorts } from '../testing/fake-ports.ts';
import { tracedSignIn } from '../testing/traced-sign-in.ts';
import type { TraceNews } from './trace-request.ts';
import { TraceTeller } from './trace-teller.ts';

function begin() {
  const ports = createFakePorts();
  const news: TraceNews[] = [];
  const teller = new TraceTeller({ ports, onNews: (one) => void news.push(one) });
  return { teller, news, clock: ports.clock };
}

test('ten thousand changes within a moment are told once', () => {
  const { teller, news, clock } = begin();
  for (let at = 0; at < 10_000; at += 1) teller.signIn(tracedSignIn({ end: 'unfinished' }));
  expect(news).toEqual([]);
  clock.advance(100);
  expect(news).toHaveLength(1);
  expect([clock.pending, news[0]]).toMatchObject([0, { kind: 'sequence', called: null }]);
});

test('tells each exchange once, and what was called as soon as it was', () => {
  const { teller, news, clock } = begin();
  teller.exchange(exchange({ id: 'x1' }));
  clock.advance(100);
  teller.exchange(exchange({ id: 'x2' }));
  teller.signIn(tracedSignIn({ end: 'loop' }));
  clock.advance(100);
  const told = news.flatMap((one) => (one.kind === 'sequence' ? [one] : []));
  expect(told.map(({ exchanges }) => exchanges.map(({ id }) => id))).toEqual([['x1'], ['x2']]);
  expect(told[1]?.called).toMatchObject({ outcome: 'loop' });
});

test('the last state is always told, at the end, and nothing behind it', () => {
  const { teller, news, clock } = begin();
  teller.signIn(tracedSignIn());
  teller.end();
  expect(news).toMatchObject([{ kind: 'sequence', called: { outcome: 'signed-in' } }]);
  teller.exchange(exchange({ id: 'x9' }));
  clock.advance(1_000);
  expect([news.length, clock.pending]).toEqual([1, 0]);
});

test('H3: what names and shapes tell is masked in what is told', () => {
  const { teller, news } = begin();
  teller.exchange(
    exchange({ id: 'x1', url: 'https://mcp.example.com/mcp?api_key=planted-api-key-value' }),
  );
  teller.end();
  expect(JSON.stringify(news)).not.toContain('planted-api-key');
});
