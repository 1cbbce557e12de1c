/**
 * `trace-memory-child.ts COUNT`, with --expose-gc: traces a sign-in whose window tells so many
 * navigation events, and prints what they cost: `{ heapMb, ms }`.
 */
import { randomBytes } from 'node:crypto';
import { setImmediate as aTurn } from 'node:timers/promises';
import type { NavigationEvent } from '../../main/engine/model/navigation-event.ts';
import { RULES } from '../../main/engine/run/rules.ts';
import { trace } from '../../main/engine/run/trace.ts';
import type { SignInWay } from '../../main/engine/sign-in-ports.ts';
import { createFakeLocks } from '../../main/engine/testing/fake-secret-store.ts';
import { testVault } from '../../main/engine/testing/test-vault.ts';
import { startPatient } from '../../main/hospital/start-patient.ts';
import { createNodePorts } from '../../main/platform/node-ports.ts';

export interface TraceMemory {
  /** MiB that are held when the last event was told, more than before the trace. */
  readonly heapMb: number;
  /** From the first event to the last. */
  readonly ms: number;
}

const MIB = 1024 * 1024;

let state = '';

/** A page, its answer and its address, on ever other pages and each time with another state. */
function eventOf(at: number): NavigationEvent {
  if (at % 3 === 0) state = randomBytes(16).toString('base64url');
  const url = `https://id.example/${Math.floor(at / 3)}?state=${state}&ticket=${state}`;
  const common = { url, frame: 'top', at } as const;
  if (at % 3 === 0)
    return { ...common, kind: 'request', method: 'GET', redirectedBy: null, by: 'page' };
  if (at % 3 === 1)
    return { ...common, kind: 'response', status: 200, headers: [['content-type', 'text/html']] };
  return { ...common, kind: 'commit' };
}

function heapNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / MIB;
}

async function traceWith(count: number): Promise<TraceMemory> {
  const patient = await startPatient('healthy', { plain: true });
  let measured: TraceMemory = { heapMb: Number.NaN, ms: Number.NaN };
  const way: SignInWay = {
    name: 'isolated',
    open: ({ redirectUri, onEvent }) =>
      Promise.resolve({
        redirectUri,
        go: async () => {
          const [before, from] = [heapNow(), performance.now()];
          for (let at = 0; at < count; at += 1) {
            onEvent(eventOf(at));
            if (at % 100 === 99) await aTurn();
          }
          const ms = performance.now() - from;
          measured = { heapMb: heapNow() - before, ms };
          onEvent({ kind: 'closed', by: 'user', at: count });
        },
        tell: () => Promise.resolve(),
        close: () => Promise.resolve(),
      }),
  };
  try {
    await trace(
      {
        choice: { kind: 'urls', urls: [patient.url] },
        as: 'claude-code',
        way: 'isolated',
        headless: true,
        keep: false,
        thorough: false,
        client: null,
        scope: null,
        connectTo: [],
        ca: null,
      },
      {
        ...RULES,
        ports: createNodePorts({ home: '/nonexistent', os: 'linux', project: null }),
        tool: { name: 'unblank', version: '0.0.0' },
        signal: new AbortController().signal,
        onProgress: () => undefined,
        onNews: () => undefined,
        signIn: {
          ways: [way],
          vault: () => Promise.resolve(testVault()),
          locks: createFakeLocks(),
        },
      },
    );
  } finally {
    await patient.close();
  }
  return measured;
}

// The first one loads and compiles what all of them need.
await traceWith(100);
process.stdout.write(JSON.stringify(await traceWith(Number(process.argv[2]))));
