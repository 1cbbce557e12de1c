import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What newer versions of mcp-remote add to the name of a server's files. */
export interface RemoteHashFurther {
  /** `--authorize-param`, from 0.1.39 on; sorted, between resource and headers. */
  readonly authorizeParams?: Readonly<Record<string, string>>;
  readonly clientMetadataUrl?: string | null;
  readonly tokenEndpoint?: string | null;
}

/**
 * The first part of the names of mcp-remote's files: an MD5, used as a name and not for safety.
 * Before 0.1.36 the address alone was hashed, so that a caller who knows headers tries both.
 * @param url the address exactly as the command line has it
 * @param resource the value of `--resource`, or null
 * @param headers of `--header`, as written: variables in them are not expanded before the hash
 * @returns 32 hexadecimal digits
 * @see https://github.com/punkpeye/mcp-remote `getServerUrlHash`, versions 0.1.29, 0.1.37, 0.15.1
 */
export function remoteHash(
  url: string,
  resource: string | null = null,
  headers: Readonly<Record<string, string>> = {},
  further: RemoteHashFurther = {},
): string {
  const parts = [
    url,
    resource,
    sortedJson(further.authorizeParams ?? {}),
    sortedJson(headers),
    further.clientMetadataUrl,
    further.tokenEndpoint,
  ];
  return bytesToHex(md5(utf8ToBytes(parts.filter(Boolean).join('|'))));
}

/** As mcp-remote writes it: names in order; nothing for an empty object. */
function sortedJson(values: Readonly<Record<string, string>>): string {
  const names = Object.keys(values).sort();
  return names.length === 0 ? '' : JSON.stringify(values, names);
}

/**
 * The port on which mcp-remote waits for the browser, where neither its arguments nor an earlier
 * registration name one.
 * @param hash as `remoteHash` gives it
 */
export function remotePort(hash: string): number {
  return 3335 + (parseInt(hash.slice(0, 4), 16) % 45816);
}
