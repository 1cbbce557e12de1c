import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ClientId } from '../../main/contract/words.ts';
import { QUIET_AFTER } from '../../main/engine/handshake/trace/rules/rule.ts';
import { RULES } from '../../main/engine/run/rules.ts';
import { trace } from '../../main/engine/run/trace.ts';
import type { TraceRequest, TraceResult } from '../../main/engine/run/trace-request.ts';
import type { Ports } from '../../main/engine/ports.ts';
import { createFakeLocks } from '../../main/engine/testing/fake-secret-store.ts';
import { testVault } from '../../main/engine/testing/test-vault.ts';
import type { PatientOptions } from '../../main/hospital/patient.ts';
import { startPatient, type RunningPatient } from '../../main/hospital/start-patient.ts';
import { findBrowser, thisMachine } from '../../main/hosts/shared/find-browser.ts';
import { sandboxIsImpossible } from '../../main/hosts/shared/open-app.ts';
import { createBrowserWay } from '../../main/hosts/shared/sign-in/browser-way.ts';
import { createNodePorts } from '../../main/platform/node-ports.ts';
import { startRobotUser, type Robot } from './robot-user.ts';

/** Silence is told so many times sooner than a person would be given up on. */
const HURRY = 4;

export interface TracePatientOptions {
  readonly setting?: PatientOptions;
  readonly as?: ClientId;
  readonly thorough?: boolean;
}

/** What a trace of a patient came to, and what its servers saw of it. */
export interface TracedPatient extends TraceResult {
  /** What the robot pressed, in order. */
  readonly pressed: readonly string[];
  readonly requests: RunningPatient['requests'];
}

/**
 * Traces the sign-in of a patient from end to end in a real Chromium that nobody sees, with a robot
 * as its user: the engine, the ports and the window are the shipped ones, only the waits are shorter
 * and nothing goes to a keychain.
 * @param name of the patient, which stands on loopback by plain http
 * @param options which client signs in, and how its servers stand
 */
export async function tracePatient(
  name: string,
  { setting = {}, as = 'claude-code', thorough = false }: TracePatientOptions = {},
): Promise<TracedPatient> {
  const patient = await startPatient(name, { plain: true, ...setting });
  try {
    const traced = await traceUrl(patient.url, { as, thorough });
    return { ...traced, requests: [...patient.requests] };
  } finally {
    await patient.close();
  }
}

/**
 * The same for a server that runs already.
 * @param url its MCP URL
 */
export async function traceUrl(
  url: string,
  { as = 'claude-code', thorough = false }: Omit<TracePatientOptions, 'setting'> = {},
): Promise<Omit<TracedPatient, 'requests'>> {
  const home = await mkdtemp(path.join(tmpdir(), 'unblank-trace-'));
  const robots: Robot[] = [];
  try {
    const result = await trace(requestFor(url, as, thorough), {
      ...RULES,
      ports: hurried(createNodePorts({ home, os: 'linux', project: null })),
      tool: { name: 'unblank', version: '0.0.0' },
      signal: new AbortController().signal,
      onProgress: () => undefined,
      onNews: () => undefined,
      signIn: {
        ways: [wayWith(robots, home)],
        vault: () => Promise.resolve(testVault()),
        locks: createFakeLocks(),
      },
    });
    return { ...result, pressed: robots.flatMap((one) => one.pressed) };
  } finally {
    await Promise.all(robots.map((one) => one.stop()));
    await rm(home, { recursive: true });
  }
}

function requestFor(url: string, as: ClientId, thorough: boolean): TraceRequest {
  return {
    choice: { kind: 'urls', urls: [url] },
    as,
    way: 'isolated',
    headless: true,
    keep: false,
    thorough,
    client: null,
    scope: null,
    connectTo: [],
    ca: null,
  };
}

function wayWith(robots: Robot[], temporary: string) {
  return createBrowserWay({
    findBrowser: () => findBrowser(thisMachine()),
    sandbox: !sandboxIsImpossible(),
    temporary,
    onPage: (cdp, session) => {
      const page = {
        send: (method: string, params?: object) => cdp.send(method, params, session),
      };
      robots.push(startRobotUser(page));
    },
  });
}

/**
 * The same ports with a clock on which silence lasts less. Only silence: how long a token lives is the
 * server's word, and a wait for its end must be as long.
 */
function hurried(ports: Ports): Ports {
  const { clock } = ports;
  const waitFor = (ms: number) => (SILENCES.has(ms) ? ms / HURRY : ms);
  return { ...ports, clock: { ...clock, after: (ms, work) => clock.after(waitFor(ms), work) } };
}

/** From one moment at which silence is told to the next. */
const SILENCES = new Set(
  QUIET_AFTER.toSorted((one, two) => one - two).map((at, index, all) => at - (all[index - 1] ?? 0)),
);
