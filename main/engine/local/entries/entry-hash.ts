import { headersOf, valueOf, type McpRemoteArguments } from '../mcp-remote-arguments.ts';
import { remoteHash } from '../stores/remote-hash.ts';

/**
 * What mcp-remote names the files of this entry by. Headers count as they are written: it replaces
 * their variables only behind the hash (source of 0.1.38 and 0.15.1).
 * @param remote the command line
 * @returns null where the address holds a variable, or headers come from a file
 */
export function entryHash({ url, rest }: McpRemoteArguments): string | null {
  if (url === null || url.includes('${') || rest.includes('--header-file')) return null;
  const given = valueOf(rest, '--resource')?.trim() ?? '';
  const resource = given === '' || rest.includes('--disable-resource-parameter') ? null : given;
  return remoteHash(url, resource, headersOf(rest), {
    authorizeParams: authorizeParams(rest),
    clientMetadataUrl: valueOf(rest, '--client-metadata-url')?.trim() ?? null,
    tokenEndpoint: valueOf(rest, '--token-endpoint')?.trim() ?? null,
  });
}

function authorizeParams(words: readonly string[]): Readonly<Record<string, string>> {
  const given = words.flatMap((word, index) =>
    words[index - 1] === '--authorize-param' ? [word] : [],
  );
  return Object.fromEntries(
    given.flatMap((pair) => {
      const at = pair.indexOf('=');
      return at < 1 ? [] : [[pair.slice(0, at), pair.slice(at + 1)]];
    }),
  );
}
