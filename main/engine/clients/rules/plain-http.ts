import type { Basis, Rule } from '../../model/client.ts';
import { isLoopbackHost } from '../../safety/loopback-host.ts';

/**
 * mcp-remote refuses http:// except for this machine, unless --allow-http is given.
 * @see F05; mcp-remote's own message
 */
export function plainHttp(basis: Basis, source: string): Rule {
  return {
    step: 'local',
    basis,
    source,
    check: ({ url }) => {
      const { protocol, hostname } = new URL(url);
      if (protocol === 'https:' || isLoopbackHost(hostname)) return null;
      const why =
        'It stops with “Non-HTTPS URLs are only allowed for localhost or when --allow-http flag is provided”.';
      return { outcome: 'blocked', cause: 'F05', why };
    },
  };
}
