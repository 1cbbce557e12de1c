import { expect, test } from 'vitest';
import type { Exchange } from '../model/evidence.ts';
import { MCP_URL } from '../testing/exchange-builders.ts';
import { answerText, hang } from '../testing/fake-answers.ts';
import { createFakePorts } from '../testing/fake-ports.ts';
import { initializeRequest } from './requests.ts';
import { createSender } from './sender.ts';

function rig() {
  const gate = hang();
  const { http, clock } = createFakePorts({
    routes: { [`POST ${MCP_URL}`]: [gate, answerText('2')] },
  });
  const session = http.open({ userUrl: MCP_URL, connectTo: [], ca: null });
  const told: Exchange[] = [];
  const { signal } = new AbortController();
  const send = createSender({ session, clock, signal, onExchange: (one) => told.push(one) });
  return {
    gate,
    clock,
    told,
    ask: () => send(initializeRequest(MCP_URL), 'challenge', 'initialize'),
  };
}

test('exchanges are numbered as they start and told as they end', async () => {
  const { gate, told, ask } = rig();
  const [first, second] = [ask(), ask()];
  await second;
  gate.release(answerText('1'));
  expect((await first).id).toBe('x1');
  expect(told.map(({ id }) => id)).toEqual(['x2', 'x1']);
});

test('an exchange carries its start by the wall and its length by the steady clock', async () => {
  const { gate, clock, ask } = rig();
  const startedAt = clock.now();
  const asked = ask();
  clock.advance(120);
  clock.setWall(0);
  gate.release(answerText('1'));
  expect(await asked).toMatchObject({
    startedAt,
    durationMs: 120,
    step: 'challenge',
    purpose: 'initialize',
  });
});
