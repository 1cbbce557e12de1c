import { expect, test } from 'vitest';
import type { Exchange } from '../model/evidence.ts';
import type { Headers } from '../ports.ts';
import { healthyEvidence, missing } from '../testing/evidence-builders.ts';
import { contacts, exchange } from '../testing/exchange-builders.ts';
import { answerText } from '../testing/fake-answers.ts';
import { findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f103-clock-skew.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
/** An answer of a server whose clock is so many seconds ahead; it took two seconds. */
function answered(ahead: number | string, more: Headers = [], url?: string): Exchange {
  const date = typeof ahead === 'string' ? ahead : new Date(NOW + ahead * 1000).toUTCString();
  const answer = answerText('', 401, [['Date', date], ...more]);
  const at = { startedAt: NOW, durationMs: 2_000, answer };
  return exchange(url === undefined ? at : { ...at, url });
}
const first = (legacy: Exchange) => healthyEvidence({ first: { ...contacts(), legacy } });

test.each([
  [600, 'Two clocks differ by 598 seconds', 'is 598 seconds ahead of this machine’s'],
  [63, 'Two clocks differ by 61 seconds', 'is 61 seconds ahead of this machine’s'],
  [-61, 'Two clocks differ by 61 seconds', 'is 61 seconds behind this machine’s'],
])('a clock %i seconds off is named with its side', (ahead, title, side) => {
  const found = onlyFinding(mode, first(answered(ahead)));
  expect(found).toMatchObject({ title, severity: 'warning' });
  expect(found.explanation).toContain(`the clock of mcp.example.com ${side}`);
  expect(found.evidence).toMatchObject([{ kind: 'header', name: 'Date' }]);
});

test.each([
  ['a minute off', answered(62)],
  ['a minute behind', answered(-60)],
  ['right at the end of a slow answer', answered(2)],
  ['kept by a cache', answered(-5_000, [['Age', '5000']])],
  ['no date', answered('yesterday')],
  ['not told', exchange()],
  ['of a server that did not answer', exchange({ answer: 'reset' })],
])('a Date that is %s is no fault', (_, legacy) => {
  expect(findingsOf(mode, first(legacy))).toEqual([]);
});

test('an authorization server’s clock counts as well, each host once', () => {
  const late = answered(900, [], 'https://auth.example.com/x');
  const document = { ...missing('oauth'), exchanges: [late, late] };
  const evidence = healthyEvidence({ resourceMetadata: [document] });
  expect(onlyFinding(mode, evidence).evidence).toHaveLength(1);
  expect(onlyFinding(mode, evidence).explanation).toContain(
    'auth.example.com is 898 seconds ahead',
  );
});
