import type { Evidence } from '../../contract/report.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import type { HostFacts, TlsFacts } from '../ports.ts';
import { inspectingAuthority, topAuthority } from '../probe/inspecting-authority.ts';

/** F11: something between this machine and the server signs its certificates anew. */
export const mode = defineTargetMode({
  code: 'F11',
  title: 'Something here re-signs secure connections',
  explanation:
    'The certificate that arrives here is not the server’s own: a proxy of the company or a security program opens the connection and signs it anew. Programs that bring their own list of authorities (Node, Electron) refuse it until they are told of that authority. Hosted Claude does not pass there and sees the server’s own certificate.',
  whatToDo:
    'Save that authority’s certificate as a PEM file and name it in NODE_EXTRA_CA_CERTS: under "env" in ~/.claude/settings.json for Claude Code, under "env" of the server’s entry for mcp-remote. Never set NODE_TLS_REJECT_UNAUTHORIZED=0: it lets anybody read the tokens.',
  step: 'reach',
  severity: 'warning',
  category: 'runtime',
  confidence: 'likely',
  clients: ['claude-code', 'mcp-remote', 'claude-desktop-stdio', 'claude-desktop-code'],
  requirements: [],
  references: [
    'https://code.claude.com/docs/en/network-config',
    'https://github.com/anthropics/claude-code/issues/24470',
    'https://github.com/geelen/mcp-remote',
  ],
  needs: ['hosts'],
  judge: ({ hosts }) => {
    const inspected = hosts.filter(({ tls }) => tls !== null && inspectingAuthority(tls) !== null);
    if (inspected.length > 0) return [inspection(inspected)];
    const unknown = hosts.filter(isOnlyKnownHere);
    return unknown.length === 0 ? [] : [onlyKnownHere(unknown)];
  },
});

const SNIPPET = '"env": { "NODE_EXTRA_CA_CERTS": "/path/to/that-authority.pem" }';

function inspection(hosts: readonly HostFacts[]): Occurrence {
  const authority = inspectingAuthority(hosts[0]!.tls!);
  const isRefused = hosts.some(({ tls }) => tls?.failure != null);
  const isAdded = hosts.every(({ tls }) => tls?.trustedBy === 'added');
  return {
    detail: `The certificate of ${namesOf(hosts)} comes from “${authority}” here${isRefused ? ', which this machine does not trust' : ''}.`,
    severity: isRefused ? 'error' : isAdded ? 'advice' : 'warning',
    snippet: SNIPPET,
    evidence: hosts.map(evidenceOf),
  };
}

/**
 * Trusted by the system alone, on the open internet: a proxy that signs anew, or a private authority
 * of the server's own. An authority that was added on purpose is the user's own business.
 */
function isOnlyKnownHere({ tls, mapped, addresses }: HostFacts): boolean {
  const isPublic = addresses.some((one) => one.class === 'public');
  return tls?.trustedBy === 'system' && !mapped && isPublic;
}

function onlyKnownHere(hosts: readonly HostFacts[]): Occurrence {
  return {
    title: 'Only this machine may know this authority',
    explanation:
      'This system trusts the authority behind the certificate, and the list that Node brings along does not have it. Either something here signs secure connections anew, or the server has a private authority; then hosted Claude refuses it.',
    detail: `The certificate of ${namesOf(hosts)} comes from “${topAuthority(hosts[0]!.tls!)}”.`,
    severity: 'advice',
    confidence: 'possible',
    snippet: SNIPPET,
    evidence: hosts.map(evidenceOf),
  };
}

function namesOf(hosts: readonly HostFacts[]): string {
  return hosts.map(({ host }) => host).join(', ');
}

const TRUST: Record<NonNullable<TlsFacts['trustedBy']>, string> = {
  bundled: 'trusted by everybody',
  system: 'trusted by this system',
  added: 'trusted because it was added here',
};

function evidenceOf({ host, port, tls }: HostFacts): Evidence {
  const { failure, trustedBy } = tls!;
  const trust = trustedBy === null ? 'not trusted here' : TRUST[trustedBy];
  return {
    kind: 'tls',
    host: `${host}:${port}`,
    problem: failure?.code ?? `trusted by ${trustedBy ?? 'nobody'}`,
    note: `issued by “${topAuthority(tls!)}”, ${trust}`,
  };
}
