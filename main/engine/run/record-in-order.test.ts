import { expect, test } from 'vitest';
import { SecretKeeper } from '../handshake/record/secret-keeper.ts';
import type { Exchange } from '../model/evidence.ts';
import { exchange } from '../testing/exchange-builders.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createRecord, inOrder } from './record-in-order.ts';

test('D14: a request that never left is told once, with an id of its own', () => {
  const told: Exchange[] = [];
  const onUnsent = (one: Exchange) => void told.push(one);
  const record = createRecord({ keeper: new SecretKeeper(), clock: createFakeClock(5), onUnsent });
  const [one, other] = [exchange({ id: 'unsent' }), exchange({ id: 'unsent' })];
  const ids = [one, one, other, exchange({ id: 'x3' })].map((each) => record(each).id);
  expect(ids).toEqual(['n1', 'n1', 'n2', 'x3']);
  expect(told.map(({ id, startedAt }) => [id, startedAt])).toEqual([
    ['n1', 5],
    ['n2', 5],
  ]);
});

test('exchanges stand in the order in which they were sent, the unsent last', () => {
  const all = ['n1', 'x10', 'x2', 'n2', 'x1'].map((id) => exchange({ id }));
  expect(inOrder(all).map(({ id }) => id)).toEqual(['x1', 'x2', 'x10', 'n1', 'n2']);
});
