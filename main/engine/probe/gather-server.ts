import { isUrl } from '../../contract/is-url.ts';
import type {
  AuthorizationServerEvidence,
  DocumentAttempt,
  Exchange,
  FirstContact,
  McpProbes,
} from '../model/evidence.ts';
import type { HostFacts, HttpRequest } from '../ports.ts';
import { misplacedAddresses, resourceMetadataAddresses, type Address } from './addresses.ts';
import { bearerOf, metadataUrlFor, parameterOf, parseChallenges } from './challenge.ts';
import { createDocumentFetcher, type FetchDocument } from './document-fetcher.ts';
import { followRedirects } from './follow-redirects.ts';
import { guessEndpoints } from './guess-endpoints.ts';
import { probeMcp } from './mcp-probes.ts';
import { headerOf } from './header.ts';
import { HostInspector, type Inspect } from './host-inspector.ts';
import { discoverRequest, eventStreamRequest, initializeRequest } from './requests.ts';
import type { Send } from './sender.ts';
import { ServerGatherer } from './server-gatherer.ts';

export interface ServerEvidence {
  readonly first: FirstContact;
  readonly resourceMetadata: readonly DocumentAttempt[];
  readonly authorizationServers: readonly AuthorizationServerEvidence[];
  readonly mcpProbes: McpProbes;
  readonly misplaced: readonly DocumentAttempt[];
  readonly hosts: readonly HostFacts[];
}

const RESOURCE = { step: 'resource-metadata', purpose: 'protected resource metadata' } as const;

/**
 * Gathers everything a server says without a token. All that is independent is asked at once, so
 * the time is that of the longest chain: first request, resource metadata, server metadata. Every
 * address is asked, not only up to the first good one (spec-requirements 1.9).
 * @param url the MCP endpoint, absolute
 * @param inspect looks at a host without a request
 * @param send the recorder; what is cancelled comes back as failed exchanges, so this never throws
 */
export async function gatherServer(
  url: string,
  send: Send,
  inspect: Inspect,
): Promise<ServerEvidence> {
  const fetchDocument = createDocumentFetcher(send);
  const fetchAt = (address: Address) => fetchDocument(address, RESOURCE, 'user');
  // What clients ask comes first, so that a trace begins as theirs do.
  const [discovered, mcpProbes, misplaced] = await Promise.all([
    discover(url, { send, inspect, fetchDocument }),
    probeMcp(url, send),
    Promise.all(misplacedAddresses(url).map(fetchAt)),
  ]);
  return { ...discovered, mcpProbes, misplaced };
}

interface Ways {
  readonly send: Send;
  readonly inspect: Inspect;
  readonly fetchDocument: FetchDocument;
}

async function discover(
  url: string,
  { send, inspect, fetchDocument }: Ways,
): Promise<Omit<ServerEvidence, 'mcpProbes' | 'misplaced'>> {
  const hosts = new HostInspector(inspect);
  hosts.add(url, 'user');
  const contacts = firstContacts(url, send);
  const wellKnown = resourceMetadataAddresses(url).map((address) =>
    fetchDocument(address, RESOURCE, 'user'),
  );
  const named = contacts.map(async (contact) => namedDocument(await contact, fetchDocument));
  const servers = new ServerGatherer(fetchDocument);
  servers.addOrigin(url);
  const attempts = await Promise.all(
    [...named, ...wellKnown].map(async (started) => {
      const attempt = await started;
      if (attempt) servers.addNamedIn(attempt);
      return attempt;
    }),
  );
  const [legacy, modern, stream] = (await Promise.all(contacts)) as [Exchange, Exchange, Exchange];
  const resourceMetadata = withoutRepeats(attempts.filter((one) => one !== null));
  const known = await servers.all();
  for (const server of known) addHosts(hosts, server);
  const [authorizationServers, facts] = await Promise.all([
    guessEndpoints(known, resourceMetadata, send),
    hosts.all(),
  ]);
  return {
    first: { legacy, modern, stream },
    resourceMetadata,
    authorizationServers,
    hosts: facts,
  };
}

function firstContacts(url: string, send: Send): Promise<Exchange>[] {
  const ask = async (request: HttpRequest, purpose: Exchange['purpose']) => {
    const once = (to: string) => send({ ...request, url: to }, 'challenge', purpose);
    return (await followRedirects(request.url, once)).at(-1)!;
  };
  return [
    ask(initializeRequest(url), 'initialize'),
    ask(discoverRequest(url), 'server/discover'),
    ask(eventStreamRequest(url), 'event stream'),
  ];
}

/** The document that a challenge names; a relative name is resolved, since some clients may (F22). */
async function namedDocument(
  contact: Exchange,
  fetchDocument: FetchDocument,
): Promise<DocumentAttempt | null> {
  if (contact.outcome.kind === 'failure') return null;
  const header = headerOf(contact.outcome.response.headers, 'www-authenticate');
  if (header === null) return null;
  const bearer = bearerOf(parseChallenges(header));
  const name = bearer === null ? null : parameterOf(bearer, 'resource_metadata');
  const url = metadataUrlFor(header, 'bearer-anywhere') ?? name;
  if (!url || !isUrl(url, contact.request.url)) return null;
  const address = { place: 'header', url: new URL(url, contact.request.url).href } as const;
  return fetchDocument(address, RESOURCE, 'server');
}

/** The same header document is named by up to three challenges. */
function withoutRepeats(attempts: readonly DocumentAttempt[]): readonly DocumentAttempt[] {
  const key = (one: DocumentAttempt) => `${one.place} ${one.url}`;
  return attempts.filter((one, at) => attempts.findIndex((two) => key(two) === key(one)) === at);
}

const ENDPOINTS = ['authorization_endpoint', 'token_endpoint', 'registration_endpoint'] as const;

/** The server's own host, and those of its endpoints where they lie elsewhere. */
function addHosts(
  hosts: HostInspector,
  { issuer, attempts }: Pick<AuthorizationServerEvidence, 'issuer' | 'attempts'>,
): void {
  hosts.add(issuer, 'server');
  for (const { json } of attempts) for (const name of ENDPOINTS) hosts.add(json?.[name], 'server');
}
