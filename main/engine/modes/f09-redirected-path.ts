import { isUrl } from '../../contract/is-url.ts';
import type { Evidence } from '../../contract/report.ts';
import { contactOf, statusOf } from '../clients/replay/replay.ts';
import type {
  AuthorizationServerEvidence,
  Exchange,
  FirstContact,
  McpProbes,
} from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { headerOf } from '../probe/header.ts';
import { isOpenServer } from '../probe/mcp-answer.ts';
import { mcpRedirect } from '../probe/mcp-redirect.ts';
import { httpEvidence } from './evidence/http-evidence.ts';
import { mismatchEvidence } from './evidence/mismatch-evidence.ts';

/** F09: a slash or a path that is redirected, or that only one of two spellings serves. */
export const mode = defineTargetMode({
  code: 'F09',
  title: 'Your server answers at another path',
  explanation:
    'A redirect with 301, 302 or 303 turns a POST into a GET, and its body is lost. So clients stop at it: the MCP endpoint and the endpoints of the authorization server must answer at the very path that is published.',
  whatToDo:
    'Serve the path with and without the final slash (in a framework: switch off the slash redirect; at a load balancer: a rule for /mcp beside /mcp/*), or publish the spelling that answers.',
  step: 'reach',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['RS-36'],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/136',
    'https://github.com/anthropics/claude-ai-mcp/issues/299',
    'https://datatracker.ietf.org/doc/html/rfc9110#section-15.4.2',
  ],
  needs: ['url', 'first', 'mcpProbes', 'authorizationServers'],
  judge: ({ url, first, mcpProbes, authorizationServers }) => {
    const own = lostPost(url, first) ?? onlyTwin(url, first, mcpProbes) ?? followed(url, first);
    return [...(own === null ? [] : [own]), ...authorizationServers.flatMap(tokenEndpoint)];
  },
});

function lostPost(url: string, first: FirstContact): Occurrence | null {
  const contact = contactOf(first);
  const found = mcpRedirect(contact);
  if (found?.kind !== 'loses-post') return null;
  return {
    title: `The MCP URL answers ${found.status}, which loses the POST`,
    detail: `It sends clients to ${found.to}.`,
    whatToDo: `Publish ${found.to}, or serve MCP at both spellings. Where a redirect is needed, 308 keeps the POST.`,
    snippet: found.to,
    evidence: spellings(url, found.to, [httpEvidence(contact, `answered ${found.status}`)]),
  };
}

/** Nothing at the published spelling, and an MCP server at the other. */
function onlyTwin(url: string, first: FirstContact, probes: McpProbes): Occurrence | null {
  const contact = contactOf(first);
  const status = statusOf(contact);
  const twin = probes['slash twin'];
  const isNothing = status === 404 || status === 405;
  if (!isNothing || twin === undefined || !isMcp(twin)) return null;
  const works = twin.request.url;
  return {
    title: works.endsWith('/')
      ? 'The MCP URL needs a slash at its end'
      : 'The MCP URL has a slash too many',
    detail: `${url} answers ${status}; ${works} answers ${statusOf(twin)}.`,
    whatToDo: `Register ${works}, or serve MCP at both spellings.`,
    snippet: works,
    evidence: spellings(url, works, [
      httpEvidence(contact, `answered ${status}`),
      httpEvidence(twin, `answered ${statusOf(twin)}`),
    ]),
  };
}

function isMcp(exchange: Exchange): boolean {
  return statusOf(exchange) === 401 || isOpenServer(exchange);
}

/** Clients follow, so nothing breaks; but the URL that they compare is the published one (F26). */
function followed(url: string, first: FirstContact): Occurrence | null {
  const contact = contactOf(first);
  const { url: final } = contact.request;
  if (final === new URL(url).href || !isMcp(contact)) return null;
  return {
    title: 'The MCP URL redirects to another path',
    explanation:
      'Clients follow this redirect, since it stays on your server and keeps the POST. It costs a round trip for every request.',
    whatToDo: `Publish ${final}.`,
    severity: 'advice',
    snippet: final,
    evidence: spellings(url, final, [httpEvidence(contact, `answered ${statusOf(contact)}`)]),
  };
}

const LOSES_POST: readonly number[] = [301, 302, 303];

/** Another origin is F18's (AS-23). */
function tokenEndpoint({ endpoints }: AuthorizationServerEvidence): readonly Occurrence[] {
  const exchange = endpoints?.token ?? null;
  const status = exchange === null ? null : statusOf(exchange);
  const to = exchange === null ? null : sameOriginTarget(exchange);
  if (exchange === null || to === null || !LOSES_POST.includes(status ?? 0)) return [];
  const { url } = exchange.request;
  return [
    {
      title: `The token endpoint answers ${status}, which loses the POST`,
      detail: `${url} sends clients to ${to}.`,
      whatToDo: `Name ${to} as token_endpoint in the metadata, or serve it at both spellings.`,
      snippet: `"token_endpoint": ${JSON.stringify(to)}`,
      evidence: spellings(url, to, [httpEvidence(exchange, `answered ${status}`)]),
    },
  ];
}

function sameOriginTarget({ outcome, request }: Exchange): string | null {
  const to = outcome.kind === 'response' ? headerOf(outcome.response.headers, 'location') : null;
  if (to === null || !isUrl(to, request.url)) return null;
  const target = new URL(to, request.url);
  return target.origin === new URL(request.url).origin ? target.href : null;
}

function spellings(published: string, works: string, seen: readonly Evidence[]): Evidence[] {
  return [mismatchEvidence('address', works, published), ...seen];
}
