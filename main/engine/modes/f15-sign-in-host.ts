import { isUrl } from '../../contract/is-url.ts';
import type { Evidence } from '../../contract/report.ts';
import { isUnreachable } from '../clients/replay/unreachable-server.ts';
import type { AuthorizationServerEvidence, Exchange } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import type { HostFacts } from '../ports.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import { failureWords } from '../probe/failure-words.ts';
import { addressTrouble, factsOf, isPublicServer } from '../probe/host-facts.ts';
import { isRefusedByInspection } from '../probe/inspecting-authority.ts';
import { signInHosts } from '../probe/sign-in-hosts.ts';
import { dnsEvidence } from './evidence/dns-evidence.ts';
import { httpEvidence } from './evidence/http-evidence.ts';
import { serverInUse } from './evidence/server-in-use.ts';
import { addressWords } from './words/address-words.ts';
import { tlsWords } from './words/tls-words.ts';

/** F15: the MCP server is fine, and a host of the sign-in is not within reach. */
export const mode = defineTargetMode({
  code: 'F15',
  title: 'The sign-in server cannot be reached',
  explanation:
    'The MCP server answers, and the authorization server that it names does not. Clients need both: hosted Claude asks for metadata, registers and fetches tokens there from its cloud.',
  whatToDo:
    'Give the authorization server the same reach as the MCP server: a public name with IPv4, port 443, a valid certificate chain, and the same firewall exceptions.',
  step: 'server-metadata',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['RS-38'],
  followsFrom: ['F27'],
  references: ['https://claude.com/docs/connectors/building/authentication'],
  needs: ['url', 'first', 'resourceMetadata', 'authorizationServers', 'hosts'],
  judge: (evidence) => {
    const { url, first, hosts, authorizationServers } = evidence;
    const server = serverInUse(evidence);
    if (!asksForSignIn(first) || server === null) return [];
    if (hasAnotherThatAnswers(server, authorizationServers)) return [];
    const inside = refusedByPolicy(server);
    if (inside !== null && isPublicServer(url, hosts)) return [insideOccurrence(server, inside)];
    if (!isSameHost(server.issuer, url) && isUnreachable(server.attempts))
      return unreachable(server, hosts);
    return signInHosts(server, url).flatMap((one) => hostTrouble(one, url, hosts));
  },
});

/** The first entry is dead and a later one lives: that is F27's. */
function hasAnotherThatAnswers(
  server: AuthorizationServerEvidence,
  all: readonly AuthorizationServerEvidence[],
): boolean {
  return (
    isUnreachable(server.attempts) &&
    all.some(
      (one) =>
        one.namedBy.some(({ place, index }) => place !== 'origin' && index > 0) &&
        one.attempts.some(({ json }) => json !== null),
    )
  );
}

/** Our own policy did not let us ask: it lies inside a network where the MCP server is not (E2). */
function refusedByPolicy({ attempts }: AuthorizationServerEvidence): Exchange | null {
  const asked = attempts.flatMap((one) => one.exchanges);
  return (
    asked.find(({ outcome }) => outcome.kind === 'failure' && outcome.code === 'POLICY_ADDRESS') ??
    null
  );
}

function insideOccurrence(server: AuthorizationServerEvidence, refused: Exchange): Occurrence {
  const reason = refused.outcome.kind === 'failure' ? refused.outcome.message : '';
  return {
    title: 'The sign-in server is at a private address',
    explanation:
      'The MCP server is public, and the authorization server that it names is not. Hosted Claude refuses such a host, and Unblank does not ask it either.',
    detail: `The authorization server here is ${server.issuer}. ${reason}.`,
    // A name server of a company may answer otherwise than the public ones.
    confidence: 'likely',
    clients: ['claude-hosted'],
    evidence: [httpEvidence(refused, 'not asked, because of its address')],
  };
}

function unreachable(
  server: AuthorizationServerEvidence,
  hosts: readonly HostFacts[],
): readonly Occurrence[] {
  const failed = server.attempts[0]!.exchanges.at(-1)!;
  const facts = factsOf(hosts, server.issuer);
  const { host, hostname } = new URL(server.issuer);
  if (failed.outcome.kind === 'response' || isRefusedByInspection(facts)) return [];
  const seen = httpEvidence(failed, failureWords(failed));
  if (failed.outcome.failure === 'tls')
    return [tlsOccurrence(host, hostname, failed.outcome, facts, [seen])];
  return [
    {
      title: `The sign-in server ${hostname} cannot be reached`,
      detail: `Seen from here: ${failureWords(failed)}.`,
      evidence: [seen],
    },
  ];
}

/** What is wrong with one host of the sign-in although something answered. */
function hostTrouble(
  signIn: string,
  url: string,
  hosts: readonly HostFacts[],
): readonly Occurrence[] {
  const [facts, own] = [factsOf(hosts, signIn), factsOf(hosts, url)];
  if (facts === null || isRefusedByInspection(facts)) return [];
  const { host, hostname } = new URL(signIn);
  if (facts.dnsFailure !== null) return [unresolved(facts)];
  const failure = facts.tls?.failure ?? null;
  if (failure !== null) return [tlsOccurrence(host, hostname, failure, facts, [])];
  const trouble = addressTrouble(facts);
  const isFine = own === null || addressTrouble(own) === null;
  if (isFine && isPublicServer(url, hosts) && trouble !== null && trouble !== 'stand-in')
    return [addressOccurrence(facts, trouble)];
  // Local servers too: the same metadata would shut hosted Claude out once they are published.
  if (isIpv6Literal(signIn) && !isIpv6Literal(url) && !facts.mapped)
    return [{ ...addressOccurrence(facts, 'ipv6-only'), severity: 'warning' }];
  return [];
}

function isIpv6Literal(url: string): boolean {
  return new URL(url).hostname.startsWith('[');
}

function unresolved(facts: HostFacts): Occurrence {
  const { code, message } = facts.dnsFailure!;
  return {
    title: `The sign-in server ${facts.host} does not resolve`,
    detail: `Here it says: ${message} (${code}).`,
    evidence: [dnsEvidence(facts, `${message} (${code})`)],
  };
}

function tlsOccurrence(
  host: string,
  hostname: string,
  failure: { readonly code: string; readonly message: string },
  facts: HostFacts | null,
  seen: readonly Evidence[],
): Occurrence {
  const { title, detail, whatToDo } = tlsWords(hostname, failure, facts?.tls ?? null);
  return {
    title,
    detail: `The authorization server is at ${host}. ${detail}`,
    whatToDo,
    evidence: [{ kind: 'tls', host, problem: failure.code, note: failure.message }, ...seen],
  };
}

function addressOccurrence(
  facts: HostFacts,
  trouble: 'inside' | 'mixed' | 'ipv6-only',
): Occurrence {
  const isIpv6 = trouble === 'ipv6-only';
  return {
    title: isIpv6
      ? 'The sign-in server has no IPv4 address'
      : 'The sign-in server is at a private address',
    explanation: isIpv6
      ? 'Connectors of hosted Claude use IPv4 only. They reach the MCP server, and not the authorization server that it names.'
      : 'Hosted Claude refuses a host with any address that is not on the open internet. It reaches the MCP server, and not the authorization server that it names.',
    detail: `Here ${facts.host} is ${addressWords(facts.addresses)}.`,
    whatToDo: isIpv6
      ? 'Add an A record with a public IPv4 address for the authorization server.'
      : 'Give the authorization server public IPv4 addresses only, or a proxy that has them.',
    confidence: 'likely',
    clients: ['claude-hosted'],
    evidence: [dnsEvidence(facts, 'The resolver of this machine answers so.')],
  };
}

function isSameHost(one: string, two: string): boolean {
  return isUrl(one) && new URL(one).host === new URL(two).host;
}
