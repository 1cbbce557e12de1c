import { isAtLeast } from '../../../local/version.ts';
import type { JsonObject } from '../../../model/evidence.ts';
import { changed, refused, textsOf, type Changed } from '../changes/changed.ts';
import { MCP_REMOTE_VERSION } from './mcp-remote-version.ts';

const BY_NAME = /^(--package=)?mcp-remote(?:@(.*))?$/;

/** The same command, mcp-remote at the pinned version (F136). A newer fixed version stays. */
// SECURITY: I4, I5
export function pinMcpRemote(entry: JsonObject): Changed {
  const args = textsOf(entry['args'] ?? []);
  if (args === null) return refused('The arguments are no list of texts.');
  const at = placeOf(args);
  const [, flag = '', version = ''] = BY_NAME.exec(args[at] ?? '') ?? [];
  if (at === -1) return refused('No argument names mcp-remote by itself, so that no version fits.');
  const isFixed = /^v?\d+\.\d+\.\d+$/.test(version);
  if (isFixed && isAtLeast(version.replace(/^v/, ''), MCP_REMOTE_VERSION)) {
    return refused('The entry asks for that version or a newer one already.');
  }
  const value = `${flag}mcp-remote@${MCP_REMOTE_VERSION}`;
  return changed([{ kind: 'set-value', at: `/args/${at}`, value }]);
}

/** The package, where it is named apart from the program that is in it. */
function placeOf(args: readonly string[]): number {
  const named = args.findIndex(
    (one, index) =>
      BY_NAME.test(one) &&
      (one.startsWith('--package=') || /^(?:-p|--package)$/.test(args[index - 1] ?? '')),
  );
  return named === -1 ? args.findIndex((one) => BY_NAME.test(one)) : named;
}
