import { isUrl } from '../../../contract/is-url.ts';
import type { Basis, Rule } from '../../model/client.ts';
import { isLoopbackHost } from '../../safety/loopback-host.ts';

/** Which endpoint is meant, and at which step the client would ask it. */
const ENDPOINTS = {
  authorization_endpoint: 'authorize',
  token_endpoint: 'token',
} as const;

/**
 * A client that refuses an endpoint which is neither https nor on this machine.
 * @see reference-clients 2.1 step 12 (TypeScript SDK 2); local-files 3.2 (third-party mode); AS-10; F18
 */
export function secureEndpoint(member: keyof typeof ENDPOINTS, basis: Basis, source: string): Rule {
  return {
    step: ENDPOINTS[member],
    basis,
    source,
    check: ({ metadata }) => {
      const url = metadata?.json?.[member];
      if (typeof url !== 'string' || !isUrl(url) || isSecure(new URL(url))) return null;
      const why = `${member} is ${url}, and this client sends nothing there without https.`;
      return { outcome: 'blocked', cause: 'F18', why };
    },
  };
}

function isSecure({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || isLoopbackHost(hostname);
}
