import { isUrl } from '../../../contract/is-url.ts';
import type { ReportExchange, TargetReport } from '../../../contract/report.ts';
import { copyableUrl } from '../fixes/parts/copyable-url.ts';
import { resourceMetadataAddresses, serverMetadataAddresses } from '../../probe/addresses.ts';

/** The addresses with which a recipe is filled in. */
export interface ServerFacts {
  /** The MCP endpoint as people type it. */
  readonly url: string;
  readonly origin: string;
  readonly path: string;
  /** Where its resource metadata belongs (RFC 9728 §3.1). */
  readonly metadataUrl: string;
  readonly metadataPath: string;
  /** Its authorization server as its metadata names it; a name to replace where none does. */
  readonly issuer: string;
  /** Where that one's metadata belongs (RFC 8414 §3.1). */
  readonly serverMetadataUrl: string;
  readonly serverMetadataPath: string;
  /** `resource` and `authorization_servers`, as the document has to hold them. */
  readonly document: string;
}

const UNKNOWN_ISSUER = 'https://auth.example.com';

/**
 * @param target the server as it was examined
 * @returns null for one without an address
 */
export function serverFacts(target: Pick<TargetReport, 'url' | 'trace'>): ServerFacts | null {
  if (target.url === null || !isUrl(target.url)) return null;
  const url = shareable(target.url);
  const issuer = issuerIn(target.trace) ?? UNKNOWN_ISSUER;
  const metadataUrl = resourceMetadataAddresses(url)[0]!.url;
  const serverMetadataUrl = serverMetadataAddresses(issuer)[0]!.url;
  return {
    url,
    origin: new URL(url).origin,
    path: new URL(url).pathname,
    metadataUrl,
    metadataPath: new URL(metadataUrl).pathname,
    issuer,
    serverMetadataUrl,
    serverMetadataPath: new URL(serverMetadataUrl).pathname,
    document: JSON.stringify({ resource: url, authorization_servers: [issuer] }),
  };
}

/** Lines to copy are passed on, so an address goes into them without what could be secret. */
// SECURITY: A13
function shareable(url: string): string {
  const { origin, pathname } = new URL(url);
  return copyableUrl(url) ?? copyableUrl(origin + pathname) ?? `${origin}/PATH`;
}

/** As resource metadata names it, else as metadata of an authorization server names itself. */
function issuerIn(trace: readonly ReportExchange[]): string | null {
  const named = documents(trace, 'protected resource metadata').flatMap((one) =>
    Array.isArray(one.authorization_servers) ? one.authorization_servers.slice(0, 1) : [],
  );
  const own = documents(trace, 'authorization server metadata').map((one) => one.issuer);
  const all: readonly unknown[] = [...named, ...own];
  return all.find((one): one is string => typeof one === 'string' && isWeb(one)) ?? null;
}

function isWeb(text: string): boolean {
  return /^https?:\/\/[^\s"'`<>\\$]+$/.test(text) && isUrl(text);
}

function documents(
  trace: readonly ReportExchange[],
  purpose: string,
): readonly Readonly<Record<string, unknown>>[] {
  return trace
    .filter((one) => one.purpose === purpose)
    .flatMap(({ response }) => {
      const json = response === null ? null : parsed(response.body);
      return typeof json === 'object' && json !== null && !Array.isArray(json)
        ? [json as Record<string, unknown>]
        : [];
    });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
