import path from 'node:path';
import type { Finding, Report } from '../../../main/contract/report.ts';
import type { Ports } from '../../../main/engine/ports.ts';
import { diagnose } from '../../../main/engine/run/diagnose.ts';
import { RULES } from '../../../main/engine/run/rules.ts';
import { createNodePorts } from '../../../main/platform/node-ports.ts';
import { createPlace } from '../../../main/platform/place.ts';
import type { ConfigCase } from './config-case.ts';
import { withConfig, type LaidOut } from './with-config.ts';

/** What Unblank says of a configuration, as far as Claude Code and its files are concerned. */
export interface ConfigPrediction {
  readonly codes: readonly string[];
  /** Whether Claude Code leaves acme out; null where its server decides on what it is sent. */
  readonly stops: boolean | null;
  /** The scope whose entry counts, where Unblank names it; else null. */
  readonly counts: string | null;
}

/** Modes about files and stores; that a server is on loopback is no matter here. */
const LOCAL = new Set(['F86', 'F94', ...Array.from({ length: 12 }, (_, at) => `F${110 + at}`)]);

/** Where these are found, Claude Code does not come to ask the server. */
const LEAVES_OUT = new Set(['F110', 'F112', 'F113', 'F115', 'F116', 'F121']);
/** Where these are, it asks, and sends another text than the user meant. */
const SENDS_OTHERWISE = new Set(['F86', 'F118', 'F119']);

/** Lays a configuration out, diagnoses it, and reads from the report what will become of it. */
export function predictConfig(one: ConfigCase): Promise<ConfigPrediction> {
  return withConfig(one, async (laidOut) => readPrediction(await reportOf(laidOut)));
}

function readPrediction({ machine, targets }: Report): ConfigPrediction {
  const all = [...machine.findings, ...targets.flatMap((one) => one.findings)];
  const found = all.filter((one) => LOCAL.has(one.code) && concerns(one));
  const faults = found.filter((one) => one.severity !== 'advice' || SENDS_OTHERWISE.has(one.code));
  return {
    codes: [...new Set(faults.map((one) => one.code))].toSorted(),
    stops: stopsBy(faults),
    counts: countsBy(faults),
  };
}

function countsBy(faults: readonly Finding[]): string | null {
  const told = faults.map(({ explanation }) => /of scope (\w+) counts/u.exec(explanation)?.[1]);
  return told.find((one) => one !== undefined) ?? null;
}

function stopsBy(faults: readonly Finding[]): boolean | null {
  if (faults.some(isLeftOut)) return true;
  return faults.some(({ code }) => SENDS_OTHERWISE.has(code)) ? null : false;
}

/** A reserved name is an error, a name with other characters is none. */
function isLeftOut({ code, severity }: Finding): boolean {
  return LEAVES_OUT.has(code) || (code === 'F120' && severity === 'error');
}

function concerns({ clients }: Finding): boolean {
  return clients.length === 0 || clients.includes('claude-code');
}

function reportOf(laidOut: LaidOut): Promise<Report> {
  return diagnose(
    {
      choice: { kind: 'everything' },
      clients: ['claude-code'],
      offline: false,
      connectTo: [],
      ca: null,
      register: false,
    },
    {
      ...RULES,
      ports: portsOf(laidOut),
      tool: { name: 'unblank', version: '0.0.0' },
      signal: new AbortController().signal,
      onProgress: () => undefined,
    },
  );
}

/** As on the machine itself, with its environment, but for the folder of the organisation. */
function portsOf({ home, project, managed, env }: LaidOut): Ports {
  const machine = { platform: 'linux', home, env: { HOME: home, ...env } };
  const place = createPlace({ home: null, os: 'linux', project }, machine);
  const organisation = path.join('/etc', 'claude-code');
  return {
    ...createNodePorts({ home, os: 'linux', project }),
    files: createNodePorts({ home: null, os: null, project: null }).files,
    place: {
      ...place,
      join: (...segments) => place.join(...segments).replace(organisation, managed),
    },
  };
}
