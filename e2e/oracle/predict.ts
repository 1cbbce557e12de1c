import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Verdict } from '../../main/contract/report.ts';
import { CLIENTS } from '../../main/engine/clients/index.generated.ts';
import type { Client } from '../../main/engine/model/client.ts';
import type { ServerEntry, TargetEvidence } from '../../main/engine/model/evidence.ts';
import { parseConnectTo } from '../../main/engine/run/parse-connect-to.ts';
import { gatherTarget } from '../../main/engine/run/gather-target.ts';
import { judgeClient } from '../../main/engine/run/judge-client.ts';
import { sampleEntry } from '../../main/engine/testing/sample-machine.ts';
import type { RunningPatient } from '../../main/hospital/start-patient.ts';
import { createNodePorts } from '../../main/platform/node-ports.ts';
import { signInTo } from './sign-in-to.ts';

/** What the rules say that some clients will do with a running server. */
export interface Prediction {
  readonly client: string;
  readonly version: string | null;
  readonly verdict: Verdict;
}

/**
 * Predicts every client's outcome: the probe with registration, a sign-in where the server lets
 * itself be signed in to, and the rules over both.
 */
export async function predictAll(patient: RunningPatient): Promise<readonly Prediction[]> {
  const evidence = await examine(patient);
  return CLIENTS.map((client) => predict(client, evidence));
}

function predict(client: Client, evidence: TargetEvidence): Prediction {
  const { verdict } = judgeClient(client, evidence);
  return { client: client.id, version: client.version, verdict };
}

/** As the oracle configures it: `claude mcp add --transport http`. */
function entryOf(url: string): ServerEntry {
  return sampleEntry({ client: 'claude-code', declaredType: 'http', transport: 'http', url });
}

async function examine(patient: RunningPatient): Promise<TargetEvidence> {
  const home = await mkdtemp(path.join(tmpdir(), 'unblank-oracle-'));
  try {
    const connectTo = patient.connectTo.map(parseConnectTo);
    const choice = { kind: 'urls', urls: [patient.url] } as const;
    const { evidence } = await gatherTarget(
      { id: 'patient', url: patient.url, transport: 'http', entries: [entryOf(patient.url)] },
      {
        request: {
          choice,
          clients: null,
          offline: false,
          connectTo,
          ca: patient.ca,
          register: true,
        },
        clients: CLIENTS,
        ports: createNodePorts({ home, os: 'linux', project: null }),
        signal: new AbortController().signal,
        progress: { start: () => undefined, end: () => undefined },
      },
    );
    return { ...evidence, signIn: await signInTo(evidence) };
  } finally {
    await rm(home, { recursive: true });
  }
}
