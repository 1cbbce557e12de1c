import { isUrl } from '../../../contract/is-url.ts';
import type { ReportExchange } from '../../../contract/report.ts';
import type { Platform } from './platform.ts';

/** A platform that an answer gives away, and by what, for people. */
export interface SeenPlatform {
  readonly platform: Platform;
  readonly because: string;
}

interface HeaderSign {
  readonly platform: Platform;
  readonly header: string;
  readonly value: RegExp;
}

/** What servers say of themselves in headers. An owner can change each of them, so none is certain. */
const HEADER_SIGNS: readonly HeaderSign[] = [
  { platform: 'cloudflare', header: 'server', value: /^cloudflare/i },
  { platform: 'cloudflare', header: 'cf-ray', value: /./ },
  { platform: 'nginx', header: 'server', value: /^(?:nginx|openresty)/i },
  { platform: 'caddy', header: 'server', value: /^caddy/i },
  { platform: 'caddy', header: 'via', value: /\bcaddy\b/i },
  { platform: 'nextjs', header: 'x-powered-by', value: /^next\.js/i },
  { platform: 'nextjs', header: 'x-matched-path', value: /./ },
  { platform: 'express', header: 'x-powered-by', value: /^express/i },
  { platform: 'fastapi', header: 'server', value: /^(?:uvicorn|hypercorn)/i },
];

/** What addresses and bodies say. */
const OTHER_SIGNS: readonly {
  readonly platform: Platform;
  readonly because: string;
  readonly isSeen: (exchange: ReportExchange) => boolean;
}[] = [
  {
    platform: 'entra',
    because: 'the sign-in is at Microsoft',
    isSeen: ({ request }) =>
      /^login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn)$/.test(
        hostOf(request.url),
      ),
  },
  {
    platform: 'auth0',
    because: 'the sign-in is at auth0.com',
    isSeen: ({ request }) => hostOf(request.url).endsWith('.auth0.com'),
  },
  {
    platform: 'keycloak',
    because: 'an address has /realms/ in it, as Keycloak’s have',
    isSeen: ({ request }) => /\/realms\/[^/]+/.test(pathOf(request.url)),
  },
  {
    platform: 'fastmcp',
    because: 'its answer speaks of FastMCP',
    isSeen: ({ response }) => /\bfastmcp\b/i.test(response?.body ?? ''),
  },
  {
    platform: 'oidc-provider',
    because: 'its error names oidc-provider',
    isSeen: ({ response }) => /\boidc-provider\b/i.test(response?.body ?? ''),
  },
];

/**
 * What the servers on the way seem to be made of, most telling first.
 * @param trace every request of the run with its answer
 */
export function detectPlatforms(trace: readonly ReportExchange[]): readonly SeenPlatform[] {
  const byHeader = HEADER_SIGNS.flatMap((sign) => {
    const value = trace.map((one) => headerOf(one, sign.header)).find((it) => isSign(it, sign));
    return value === undefined ? [] : [{ platform: sign.platform, because: quoted(sign, value) }];
  });
  const byRest = OTHER_SIGNS.filter(({ isSeen }) => trace.some(isSeen)).map(
    ({ platform, because }) => ({ platform, because }),
  );
  const all = [...byRest, ...byHeader];
  return all.filter(({ platform }, at) => all.findIndex((it) => it.platform === platform) === at);
}

function isSign(value: string | undefined, { value: pattern }: HeaderSign): value is string {
  return value !== undefined && pattern.test(value);
}

function quoted({ header }: HeaderSign, value: string): string {
  return `it answers with “${header}: ${value.slice(0, 60)}”`;
}

function headerOf({ response }: ReportExchange, name: string): string | undefined {
  return response?.headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

function hostOf(url: string): string {
  return isUrl(url) ? new URL(url).hostname : '';
}

function pathOf(url: string): string {
  return isUrl(url) ? new URL(url).pathname : '';
}
