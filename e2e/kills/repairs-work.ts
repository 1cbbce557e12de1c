import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { JournalEntry } from '../../main/contract/repair.ts';
import type { RepairDesk } from '../../main/engine/app/repair-desk.ts';
import type { Ports } from '../../main/engine/ports.ts';
import { diagnose } from '../../main/engine/run/diagnose.ts';
import { RULES } from '../../main/engine/run/rules.ts';
import { openRepairs } from '../../main/hosts/shared/repair/open-repairs.ts';
import { createNodePorts } from '../../main/platform/node-ports.ts';
import { TOOL } from '../../main/platform/tool.ts';
import { leftOver } from './left-over.ts';
import type { KillWork } from './run-work.ts';

/** What the fix of F112 makes of the file, and what undo makes of it again. */
export const BROKEN =
  '{\n  "mcpServers": {\n    "acme": {\n      "url": "http://127.0.0.1:9/mcp"\n    }\n  }\n}\n';
export const MENDED = BROKEN.replace('mcp"\n', 'mcp",\n      "type": "http"\n');

const CALL = { signal: new AbortController().signal, onProgress: () => undefined };
const YES = async () => true;
const HERE = { target: null, offline: true } as const;

export function configFile(home: string): string {
  return path.join(home, '.claude.json');
}

export function configNow(home: string): string | null {
  const file = configFile(home);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Applies a fix and takes it back, for ever; a start ends what the one before it left half done. */
export function createRepairsWork(home: string): KillWork {
  const ports = createNodePorts({ home, os: 'linux', project: null });
  const opening = openRepairs({ ports });
  let done = 0;
  return {
    async start() {
      const desk = await opening;
      const problems = [...(await ended(desk)), ...(await damaged(desk)), ...temporary(home)];
      const isWhole = [BROKEN, MENDED].includes(configNow(home) ?? '');
      return { step: done, problems: isWhole ? problems : [...problems, 'neither old nor new'] };
    },
    async step() {
      const desk = await opening;
      const problem = await (configNow(home) === BROKEN ? mend(desk, ports) : takeBack(desk));
      if (problem !== null) throw new Error(problem);
      done += 1;
      return done;
    },
  };
}

/** A lock of the dead holds nobody back, and goes when the next one is taken. */
function temporary(home: string): readonly string[] {
  return leftOver(home).filter((name) => name.endsWith('.tmp'));
}

/** Every second unfinished change is finished, the others are undone. */
async function ended(desk: RepairDesk): Promise<readonly string[]> {
  const open = (await desk.repairs.journal()).filter(({ state }) => state === 'unfinished');
  const problems: string[] = [];
  for (const [at, { id }] of open.entries()) {
    const finish = at % 2 === Number(BigInt(`0x${id.slice(0, 4)}`) % 2n);
    const preview = await (finish ? desk.repairs.previewFinish(id) : desk.repairs.previewUndo(id));
    const result = await desk.repairs.apply(preview.ticket, YES, CALL);
    if (result.kind !== 'done') problems.push(`an unfinished change: ${JSON.stringify(result)}`);
  }
  const left = (await desk.repairs.journal()).filter(({ state }) => state === 'unfinished');
  return [...problems, ...left.map(({ id }) => `${id} is still unfinished`)];
}

async function damaged({ backups }: RepairDesk): Promise<readonly string[]> {
  return (await backups.list()).flatMap((one) => one.damaged);
}

async function mend({ repairs }: RepairDesk, ports: Ports): Promise<string | null> {
  const { ticket } = await repairs.preview(await offered(ports), HERE, {}, CALL);
  return problemOf(await repairs.apply(ticket, YES, CALL));
}

/** As a check names it. */
async function offered(ports: Ports): Promise<string> {
  const choice = { kind: 'everything' } as const;
  const request = {
    choice,
    clients: null,
    offline: true,
    connectTo: [],
    ca: null,
    register: false,
  };
  const { targets } = await diagnose(request, { ...RULES, ...CALL, ports, tool: TOOL });
  const fixes = targets.flatMap(({ findings }) => findings.flatMap((one) => one.fixes));
  return fixes.find(({ id }) => id.startsWith('add-type'))?.id ?? '';
}

async function takeBack({ repairs }: RepairDesk): Promise<string | null> {
  const applied = (entry: JournalEntry) => entry.kind === 'fix' && entry.state === 'applied';
  const newest = (await repairs.journal()).find(applied);
  if (newest === undefined) return 'no applied change is in the journal';
  const { ticket } = await repairs.previewUndo(newest.id);
  return problemOf(await repairs.apply(ticket, YES, CALL));
}

function problemOf(result: { readonly kind: string }): string | null {
  return result.kind === 'done' ? null : JSON.stringify(result);
}
