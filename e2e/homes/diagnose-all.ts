import type { Report } from '../../main/contract/report.ts';
import type { Ports } from '../../main/engine/ports.ts';
import { diagnose } from '../../main/engine/run/diagnose.ts';
import { RULES } from '../../main/engine/run/rules.ts';
import { TOOL } from '../../main/platform/tool.ts';

/** Diagnoses every server that a place names, by all clients. @param offline ask no server */
export function diagnoseAll(ports: Ports, offline = true): Promise<Report> {
  const choice = { kind: 'everything' } as const;
  return diagnose(
    { choice, clients: null, offline, connectTo: [], ca: null, register: false },
    {
      ...RULES,
      ports,
      tool: TOOL,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    },
  );
}
