import type { NotExamined } from '../model/evidence.ts';
import type { Place } from '../ports.ts';
import { visible } from '../redact/visible.ts';

const VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'];

/**
 * Says that a proxy is set: Unblank does not use it yet, and a client that does may take another
 * way than we did. A copied profile has no environment, and so no note.
 * @returns one line for all variables that are set, credentials masked (safety E7), or none
 */
export function proxyNote({ env }: Pick<Place, 'env'>): readonly NotExamined[] {
  const names = VARIABLES.flatMap((name) => [name.toLowerCase(), name]);
  const set = names.flatMap((name) => {
    const value = env(name) ?? '';
    return value === '' ? [] : [`${name}=${visible(masked(value))}`];
  });
  if (set.length === 0) return [];
  const why =
    'Unblank asks directly and does not use the proxy. Claude Code and mcp-remote may go through it and fare differently.';
  return [{ what: `The proxy that is set here (${set.join(', ')})`, why }];
}

/** Everything before the last @ of the authority is credentials, whether or not it is a URL. */
function masked(value: string): string {
  // SECURITY: E7
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//iu.exec(value)?.[0] ?? '';
  const rest = value.slice(scheme.length);
  const at = rest.lastIndexOf('@');
  return at === -1 ? value : `${scheme}…@${rest.slice(at + 1)}`;
}
