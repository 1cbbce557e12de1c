import type { Evidence } from '../../contract/report.ts';
import { isWebProxy } from '../local/proxies.ts';
import { isAtLeast } from '../local/version.ts';
import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { isClaudeCode } from './evidence/entry-client.ts';
import { entryPlaceEvidence } from './evidence/entry-place.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { settingEvidence } from './evidence/setting-evidence.ts';

/** The first Claude Code whose sign-in goes through the proxy as well (its changelog). */
const SIGN_IN_THROUGH_PROXY = '2.1.133';

/** F12: a proxy that a client of this machine does not use as it should. */
export const mode = defineMachineMode({
  code: 'F12',
  title: 'A client does not use your proxy',
  explanation:
    'A proxy is set here. Where the network lets nothing out past it, a program that goes directly ends with a timeout, “fetch failed” or ECONNREFUSED.',
  whatToDo:
    'Set HTTPS_PROXY to an http:// proxy, and NO_PROXY to the hosts that are reached without it (localhost among them). Update Claude Code. Add --enable-proxy to the arguments of mcp-remote, and the variables to "env" of its entry: programs that Claude Desktop starts do not have those of your shell.',
  step: 'reach',
  severity: 'warning',
  category: 'runtime',
  // Whether the network lets programs out past the proxy is not seen.
  confidence: 'possible',
  clients: ['claude-code', 'mcp-remote'],
  requirements: [],
  references: [
    'https://code.claude.com/docs/en/network-config',
    'https://github.com/geelen/mcp-remote',
  ],
  judge: (machine) => {
    const ofCode = [...inEnvironment(machine), ...inSettings(machine)];
    return [...socks(ofCode, machine), ...oldClaudeCode(ofCode, machine), ...withoutFlag(machine)];
  },
});

/** A proxy that some program is told to use, and where that stands. */
interface UsedProxy {
  readonly variable: string;
  /** Masked; null where the entry sets it, of which no value is kept. */
  readonly value: string | null;
  readonly evidence: Evidence;
}

function inEnvironment({ proxies }: MachineEvidence): readonly UsedProxy[] {
  return proxies
    .filter(({ variable }) => isWebProxy(variable))
    .map(({ variable, value }) => {
      const at = { kind: 'store', file: 'environment', pointer: variable } as const;
      return { variable, value, evidence: { ...at, fact: value } };
    });
}

/** `env` in the settings of Claude Code is for itself and for what it starts. */
function inSettings({ settings }: MachineEvidence): readonly UsedProxy[] {
  return settings.flatMap((file) =>
    file.facts
      .filter(({ kind, name, value }) => kind === 'variable' && isWebProxy(name) && value !== '')
      .map((fact) => ({
        variable: fact.name,
        value: fact.value,
        evidence: settingEvidence(file, fact),
      })),
  );
}

function inEntry(entry: ServerEntry): readonly UsedProxy[] {
  return entry.facts.flatMap((fact) =>
    fact.kind === 'sets' && isWebProxy(fact.name)
      ? [{ variable: fact.name, value: null, evidence: entryPlaceEvidence(entry, fact.at) }]
      : [],
  );
}

/** SOCKS in a variable that Claude Code reads. */
function socks(used: readonly UsedProxy[], machine: MachineEvidence): readonly Occurrence[] {
  const found = used.filter(({ value }) => /^socks/iu.test(value ?? ''));
  if (found.length === 0 || !hasClaudeCode(machine)) return [];
  return [
    {
      title: 'Claude Code cannot use a SOCKS proxy',
      detail: `Set here: ${listed(found)}.`,
      clients: ['claude-code'],
      evidence: found.map(({ evidence }) => evidence),
    },
  ];
}

function oldClaudeCode(
  used: readonly UsedProxy[],
  { installs }: MachineEvidence,
): readonly Occurrence[] {
  const old = installs.find(
    ({ client, version }) =>
      client === 'claude-code' && version !== null && !isAtLeast(version, SIGN_IN_THROUGH_PROXY),
  );
  if (old === undefined || used.length === 0) return [];
  return [
    {
      title: `Claude Code ${old.version} signs in past your proxy`,
      detail: `Before ${SIGN_IN_THROUGH_PROXY} its sign-in did not use the proxy. Set here: ${listed(used)}.`,
      clients: ['claude-code'],
      evidence: used.map(({ evidence }) => evidence),
    },
  ];
}

function withoutFlag(machine: MachineEvidence): readonly Occurrence[] {
  const entries = machine.configs.flatMap((one) => one.entries).filter(isWithoutFlag);
  return entries.flatMap((entry) => {
    const used = [
      ...inEntry(entry),
      ...inEnvironment(machine),
      ...(isClaudeCode(entry) ? inSettings(machine) : []),
    ];
    return used.length === 0 ? [] : [pastProxy(entry, used)];
  });
}

function pastProxy(entry: ServerEntry, used: readonly UsedProxy[]): Occurrence {
  return {
    title: 'mcp-remote goes past your proxy',
    severity: 'advice',
    detail: `Without --enable-proxy it connects directly. Set here: ${listed(used)}.`,
    clients: ['mcp-remote'],
    entries: [entry.id],
    evidence: [fileEvidence(entry), ...used.map(({ evidence }) => evidence)],
  };
}

function isWithoutFlag({ viaMcpRemote, url, excerpt }: ServerEntry): boolean {
  const isLocal = url !== null && /^https?:\/\/(?:localhost|127\.|\[::1\])/iu.test(url);
  // An excerpt that is cut may have lost the flag.
  const isWhole = !excerpt.endsWith('…');
  return viaMcpRemote && !isLocal && isWhole && !excerpt.includes('--enable-proxy');
}

function hasClaudeCode({ installs, configs }: MachineEvidence): boolean {
  return [...installs, ...configs].some(({ client }) => client === 'claude-code');
}

function listed(proxies: readonly UsedProxy[]): string {
  return proxies
    .map(({ variable, value }) =>
      value === null ? `${variable} in its env` : `${variable}=${value}`,
    )
    .join(', ');
}
