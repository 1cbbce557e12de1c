import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TargetReport } from '../../main/contract/report.ts';
import { diagnose } from '../../main/engine/run/diagnose.ts';
import { createNodePorts } from '../../main/platform/node-ports.ts';
import { TOOL } from '../../main/platform/tool.ts';
import { RULES } from '../../main/engine/run/rules.ts';

/**
 * A whole check of one server on loopback, from an empty home.
 * @param register whether clients may be registered as well
 */
export async function checkServer(url: string, register: boolean): Promise<TargetReport> {
  const home = await mkdtemp(path.join(tmpdir(), 'unblank-judge-'));
  try {
    const choice = { kind: 'urls', urls: [url] } as const;
    const report = await diagnose(
      { choice, clients: null, offline: false, connectTo: [], ca: null, register },
      {
        ports: createNodePorts({ home, os: 'linux', project: null }),
        ...RULES,
        tool: TOOL,
        signal: new AbortController().signal,
        onProgress: () => undefined,
      },
    );
    return report.targets[0]!;
  } finally {
    await rm(home, { recursive: true });
  }
}
