import type { System } from '../../main/contract/words.ts';
import { diagnoseInside, type Diagnosis } from '../../main/engine/run/diagnose.ts';
import { RULES } from '../../main/engine/run/rules.ts';
import { createNodePorts } from '../../main/platform/node-ports.ts';
import { TOOL } from '../../main/platform/tool.ts';
import type { WrittenHome } from './home.ts';

/** Diagnoses a home offline and before redaction, which is what a fix is given. */
export function lookInside(
  { home, project }: Pick<WrittenHome, 'home'> & { readonly project: string | null },
  os: System,
): Promise<Diagnosis> {
  const choice = { kind: 'everything' } as const;
  return diagnoseInside(
    { choice, clients: null, offline: true, connectTo: [], ca: null, register: false },
    {
      ...RULES,
      ports: createNodePorts({ home, os, project }),
      tool: TOOL,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    },
  );
}
