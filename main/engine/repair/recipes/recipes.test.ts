import { describe, expect, test } from 'vitest';
import type { ReportExchange } from '../../../contract/report.ts';
import { MODES } from '../../modes/index.generated.ts';
import { detectPlatforms } from './detect-platforms.ts';
import { RECIPES } from './kinds/index.generated.ts';
import { PLATFORMS, PLATFORM_WORDS, type Platform } from './platform.ts';
import { serverFacts, type ServerFacts } from './server-facts.ts';

const URL_ = 'https://mcp.acme.example/mcp';

function exchange(more: {
  readonly url?: string;
  readonly purpose?: string;
  readonly headers?: [string, string][];
  readonly body?: string;
}): ReportExchange {
  const { url = URL_, purpose = 'initialize', headers = [], body = '' } = more;
  return {
    id: 'x',
    step: 'challenge',
    purpose,
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 1,
    request: { method: 'GET', url, headers: [], body: null },
    response: { status: 200, headers, body, truncated: false },
    failure: null,
  };
}

const metadata = (issuer: unknown) =>
  exchange({
    purpose: 'protected resource metadata',
    body: JSON.stringify({ resource: URL_, authorization_servers: [issuer] }),
  });
const factsWith = (issuer: unknown): ServerFacts =>
  serverFacts({ url: URL_, trace: [metadata(issuer)] })!;
const FACTS = factsWith('https://auth.acme.example/tenant');

const ROWS = RECIPES.flatMap((recipe) =>
  PLATFORMS.flatMap((platform) => {
    const step = recipe.on[platform];
    return step === undefined ? [] : [{ recipe, platform, step, name: recipe.name }];
  }),
);

describe('the facts of a server', () => {
  test('are its well-known addresses, and the issuer as its metadata spells it', () => {
    expect(FACTS).toMatchObject({
      origin: 'https://mcp.acme.example',
      path: '/mcp',
      metadataUrl: 'https://mcp.acme.example/.well-known/oauth-protected-resource/mcp',
      issuer: 'https://auth.acme.example/tenant',
      serverMetadataPath: '/.well-known/oauth-authorization-server/tenant',
    });
  });

  test('without an address there is none, and without an issuer a name to replace', () => {
    expect(serverFacts({ url: null, trace: [] })).toBeNull();
    expect(serverFacts({ url: URL_, trace: [] })?.issuer).toBe('https://auth.example.com');
  });

  test.each([
    `https://auth.example/'; return 200 'x`,
    'https://auth.example/`id`',
    'https://auth.example/$(id)',
    'https://auth.example/\n}',
    'javascript:alert(1)',
    7,
    null,
  ])('a server cannot write lines into a recipe by its issuer: %j', (issuer) => {
    expect(factsWith(issuer).issuer).toBe('https://auth.example.com');
  });
});

describe('a platform', () => {
  test.each([
    ['nginx', { headers: [['Server', 'nginx/1.24.0']] }],
    ['cloudflare', { headers: [['CF-RAY', '8f1a']] }],
    ['caddy', { headers: [['Via', '1.1 Caddy']] }],
    ['express', { headers: [['X-Powered-By', 'Express']] }],
    ['fastapi', { headers: [['server', 'uvicorn']] }],
    ['nextjs', { headers: [['x-powered-by', 'Next.js']] }],
    ['entra', { url: 'https://login.microsoftonline.com/common/v2.0' }],
    ['auth0', { url: 'https://acme.eu.auth0.com/authorize' }],
    ['keycloak', { url: 'https://id.acme.example/realms/acme/x' }],
    ['fastmcp', { body: '{"serverInfo":{"name":"FastMCP"}}' }],
    ['oidc-provider', { body: 'oidc-provider: unrecognized route' }],
  ] as [Platform, Parameters<typeof exchange>[0]][])(
    '%s is told by its answers',
    (platform, seen) => {
      expect(detectPlatforms([exchange(seen)]).map((one) => one.platform)).toEqual([platform]);
    },
  );

  test('is not told by hosts and words that only look like it', () => {
    const others = [
      exchange({ url: 'https://notauth0.com/x' }),
      exchange({ url: 'https://login.microsoftonline.com.evil.example/' }),
      exchange({ headers: [['server', 'not-nginx']] }),
    ];
    expect(detectPlatforms(others)).toEqual([]);
  });
});

describe('every recipe', () => {
  const codes = new Set<string>(MODES.map((one) => one.code));

  test.each(RECIPES)('$name is for known findings, in a short title, with sources', (recipe) => {
    expect(recipe.codes.filter((one) => !codes.has(one))).toEqual([]);
    expect(recipe.title.split(' ').length).toBeLessThanOrEqual(9);
    expect(recipe.sources.every((one) => one.startsWith('https://'))).toBe(true);
  });

  test.each(ROWS)(
    '$name on $platform is filled in and says where it goes',
    ({ step, platform }) => {
      const { text, copy } = step(FACTS);
      expect(`${text}${copy ?? ''}`).not.toMatch(/undefined|NaN|\[object/);
      expect(text).toMatch(/[.:]$/);
      expect(PLATFORM_WORDS[platform]).not.toBe('');
    },
  );
});
