import type { ProxySetting } from '../model/evidence.ts';
import type { Place } from '../ports.ts';
import { visible } from '../redact/visible.ts';

/** Small letters first: where both are set, most programs take those. */
const VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'].flatMap((name) => [
  name.toLowerCase(),
  name,
]);

/** Variables by which programs reach https:// and http:// servers; `ALL_PROXY` few of them read. */
const OF_WEB = /^https?_proxy$/iu;

/** Whether a variable names the proxy of a client. */
export function isWebProxy(name: string): boolean {
  return OF_WEB.test(name);
}

/**
 * The proxies that the environment names; a copied profile has none.
 * @returns one for each variable that is set, with credentials masked (safety E7)
 */
export function gatherProxies({ env }: Pick<Place, 'env'>): readonly ProxySetting[] {
  return VARIABLES.flatMap((variable) => {
    const value = env(variable) ?? '';
    return value === '' ? [] : [{ variable, value: visible(masked(value)) }];
  });
}

/** Everything before the last @ of the authority is credentials, whether or not it is a URL. */
function masked(value: string): string {
  // SECURITY: E7
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//iu.exec(value)?.[0] ?? '';
  const rest = value.slice(scheme.length);
  const at = rest.lastIndexOf('@');
  return at === -1 ? value : `${scheme}…@${rest.slice(at + 1)}`;
}
