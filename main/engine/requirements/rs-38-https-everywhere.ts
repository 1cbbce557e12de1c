import type { Evidence } from '../../contract/report.ts';
import { contactOf } from '../clients/replay/replay.ts';
import type { AuthorizationServerEvidence } from '../model/evidence.ts';
import { defineRequirement } from '../model/requirement.ts';
import { serverInUse } from '../modes/evidence/server-in-use.ts';
import { tlsWords } from '../modes/words/tls-words.ts';
import type { HostFacts, TlsFacts } from '../ports.ts';
import { factsOf } from '../probe/host-facts.ts';
import { isRefusedByInspection } from '../probe/inspecting-authority.ts';
import { signInHosts } from '../probe/sign-in-hosts.ts';
import { broken } from './parts/broken.ts';
import { isSecureUrl } from './parts/secure-url.ts';

/** RS-38: https with a valid chain and TLS 1.2 or newer; http on this machine only. */
export const requirement = defineRequirement({
  id: 'RS-38',
  level: 'MUST',
  revisions: ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'],
  phase: 'p0',
  step: 'reach',
  title:
    'The MCP server and the hosts of the sign-in are reached over https with a valid certificate.',
  source: 'OAuth 2.1 §1.5; MCP authorization, Communication Security',
  shownBy: ['F05', 'F10', 'F15'],
  needs: ['url', 'first', 'resourceMetadata', 'authorizationServers', 'hosts'],
  check: (evidence) => {
    const { url, first, hosts } = evidence;
    if (!isSecureUrl(url)) return notHttps(url);
    const { outcome } = contactOf(first);
    const own = factsOf(hosts, url);
    if (isRefusedByInspection(own)) return { notSeen: INSPECTED };
    if (outcome.kind === 'failure' && outcome.failure === 'tls')
      return refused(url, outcome, own?.tls ?? null);
    if (outcome.kind === 'failure') return { notSeen: 'The server did not answer.' };
    return ofSignIn(serverInUse(evidence), url, hosts);
  },
});

const INSPECTED =
  'Something on this machine signs connections anew; from another network the server’s own certificate can be seen.';

/** Endpoints that are http are AS-10's. */
function ofSignIn(
  server: AuthorizationServerEvidence | null,
  url: string,
  hosts: readonly HostFacts[],
) {
  const needed = server === null ? [] : signInHosts(server, url);
  for (const one of needed) {
    const facts = factsOf(hosts, one);
    const failure = facts?.tls?.failure ?? null;
    if (failure !== null && !isRefusedByInspection(facts)) return refused(one, failure, facts!.tls);
  }
  return 'met';
}

function notHttps(url: string) {
  const { protocol, host } = new URL(url);
  const note = `${protocol.slice(0, -1)} to ${host}, which is not this machine`;
  return broken(
    `${url} is not https: everybody on the way can read the token. http is for this machine only.`,
    [tlsEvidence(host, 'not https', note)],
  );
}

function refused(
  url: string,
  failure: { readonly code: string; readonly message: string },
  tls: TlsFacts | null,
) {
  const { host, hostname } = new URL(url);
  const { title, detail } = tlsWords(hostname, failure, tls);
  return broken(`${title}. ${detail}`, [tlsEvidence(host, failure.code, failure.message)]);
}

function tlsEvidence(host: string, problem: string, note: string): Evidence {
  return { kind: 'tls', host, problem, note };
}
