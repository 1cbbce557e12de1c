import { isAtLeast } from '../local/version.ts';
import type { MachineEvidence, ProxySetting, ServerEntry } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { fileEvidence } from './evidence/file-evidence.ts';

/** The first Claude Code whose sign-in goes through the proxy as well (its changelog). */
const SIGN_IN_THROUGH_PROXY = '2.1.133';

/** F12: a proxy that a client of this machine does not use as it should. */
export const mode = defineMachineMode({
  code: 'F12',
  title: 'A client does not use your proxy',
  explanation:
    'This environment names a proxy. Where the network lets nothing out past it, a program that goes directly ends with a timeout, “fetch failed” or ECONNREFUSED.',
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
    const used = machine.proxies.filter(({ variable }) => /^https?_proxy$/iu.test(variable));
    if (used.length === 0) return [];
    return [
      ...socks(used, machine),
      ...oldClaudeCode(used, machine),
      ...withoutFlag(used, machine),
    ];
  },
});

/** SOCKS in a variable that Claude Code reads. */
function socks(used: readonly ProxySetting[], machine: MachineEvidence): readonly Occurrence[] {
  const found = used.filter(({ value }) => /^socks/iu.test(value));
  if (found.length === 0 || !hasClaudeCode(machine)) return [];
  return [
    {
      title: 'Claude Code cannot use a SOCKS proxy',
      detail: `Set here: ${listed(found)}.`,
      clients: ['claude-code'],
      evidence: found.map(proxyEvidence),
    },
  ];
}

function oldClaudeCode(
  used: readonly ProxySetting[],
  { installs }: MachineEvidence,
): readonly Occurrence[] {
  const old = installs.find(
    ({ client, version }) =>
      client === 'claude-code' && version !== null && !isAtLeast(version, SIGN_IN_THROUGH_PROXY),
  );
  if (old === undefined) return [];
  return [
    {
      title: `Claude Code ${old.version} signs in past your proxy`,
      detail: `Before ${SIGN_IN_THROUGH_PROXY} its sign-in did not use the proxy. Set here: ${listed(used)}.`,
      clients: ['claude-code'],
      evidence: used.map(proxyEvidence),
    },
  ];
}

function withoutFlag(
  used: readonly ProxySetting[],
  { configs }: MachineEvidence,
): readonly Occurrence[] {
  const entries = configs.flatMap((one) => one.entries).filter(isWithoutFlag);
  return entries.map((entry) => ({
    title: 'mcp-remote goes past your proxy',
    severity: 'advice',
    detail: `Without --enable-proxy it connects directly. Set here: ${listed(used)}.`,
    clients: ['mcp-remote'],
    entries: [entry.id],
    evidence: [fileEvidence(entry), ...used.map(proxyEvidence)],
  }));
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

function listed(proxies: readonly ProxySetting[]): string {
  return proxies.map(({ variable, value }) => `${variable}=${value}`).join(', ');
}

function proxyEvidence({ variable, value }: ProxySetting) {
  return { kind: 'store', file: 'environment', pointer: variable, fact: value } as const;
}
