/** What a server can be made of, as far as its answers give it away. */
export const PLATFORMS = [
  'nginx',
  'caddy',
  'cloudflare',
  'express',
  'fastapi',
  'fastmcp',
  'nextjs',
  'keycloak',
  'auth0',
  'entra',
  'oidc-provider',
] as const;
export type Platform = (typeof PLATFORMS)[number];

export const PLATFORM_WORDS: Readonly<Record<Platform, string>> = {
  nginx: 'nginx',
  caddy: 'Caddy',
  cloudflare: 'Cloudflare',
  express: 'Express',
  fastapi: 'FastAPI or Starlette',
  fastmcp: 'FastMCP (Python)',
  nextjs: 'Next.js',
  keycloak: 'Keycloak',
  auth0: 'Auth0',
  entra: 'Microsoft Entra ID',
  'oidc-provider': 'oidc-provider (Node)',
};
