import type { EntrySignIn } from '../../model/entry-fact.ts';
import { redactText } from '../../redact/text.ts';
import { redactUrl } from '../../redact/url.ts';
import { visible } from '../../redact/visible.ts';
import { memberOf, readTree, stringOf, type JsonNode } from '../json-tree.ts';
import { valueOf, type McpRemoteArguments } from '../mcp-remote-arguments.ts';

const TEXT_LIMIT = 200;

/**
 * What an entry says of the sign-in: `oauth` of Claude Code (and of clients that took its form), or
 * the arguments of mcp-remote that mean the same. A file that an argument names (`@file`) is not
 * opened (safety G3).
 * @param entry the entry
 * @param remote its command line as one of mcp-remote, or null
 * @returns null where it says nothing
 */
export function entrySignIn(
  entry: JsonNode,
  remote: McpRemoteArguments | null,
): EntrySignIn | null {
  const read = remote === null ? fromObject(entry) : fromArguments(remote.rest);
  const { clientId, hasSecret, callbackPort, scopes, serverMetadataUrl } = read;
  const says = clientId ?? callbackPort ?? serverMetadataUrl;
  return says === null && !hasSecret && scopes.length === 0 ? null : read;
}

function fromObject(entry: JsonNode): EntrySignIn {
  const oauth = ['oauth', 'auth'].map((key) => memberOf(entry, key)?.value).find(isObject);
  return {
    clientId: shown(firstText(oauth, ['clientId', 'client_id', 'CLIENT_ID'])),
    hasSecret: ['clientSecret', 'client_secret', 'CLIENT_SECRET', 'clientSecretHelper'].some(
      (key) => memberOf(oauth, key) !== undefined,
    ),
    callbackPort: portOf(memberOf(oauth, 'callbackPort')?.value.value),
    scopes: scopesOf(memberOf(oauth, 'scopes')?.value ?? memberOf(oauth, 'scope')?.value),
    serverMetadataUrl: address(firstText(oauth, ['authServerMetadataUrl'])),
  };
}

function isObject(node: JsonNode | undefined): boolean {
  return node?.type === 'object';
}

/** The port is the second word, as in `mcp-remote URL PORT`. */
function fromArguments(words: readonly string[]): EntrySignIn {
  const info = inline(valueOf(words, '--static-oauth-client-info'));
  const metadata = inline(valueOf(words, '--static-oauth-client-metadata'));
  const file = valueOf(words, '--static-oauth-client-info')?.startsWith('@') === true;
  return {
    clientId: shown(firstText(info, ['client_id'])),
    hasSecret: file || memberOf(info, 'client_secret') !== undefined,
    callbackPort: portOf(words[1]),
    scopes: scopesOf(memberOf(metadata, 'scope')?.value),
    serverMetadataUrl: null,
  };
}

/** JSON in an argument; undefined where it is none, or names a file. */
function inline(argument: string | null): JsonNode | undefined {
  if (argument === null || argument.startsWith('@')) return undefined;
  const tree = readTree(argument);
  return typeof tree === 'string' ? undefined : tree;
}

function firstText(node: JsonNode | undefined, keys: readonly string[]): string | null {
  return keys.map((key) => stringOf(node, key)).find((one) => one !== null) ?? null;
}

function shown(text: string | null): string | null {
  return text === null ? null : visible(redactText(text)).slice(0, TEXT_LIMIT);
}

function address(url: string | null): string | null {
  return url === null ? null : visible(redactUrl(url)).slice(0, TEXT_LIMIT);
}

function portOf(value: unknown): number | null {
  const port = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value;
  return typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65_536
    ? port
    : null;
}

function scopesOf(node: JsonNode | undefined): readonly string[] {
  const texts = (node?.type === 'array' ? (node.children ?? []) : [node]).flatMap((one) => {
    const value: unknown = one?.value;
    return typeof value === 'string' ? value.split(/\s+/) : [];
  });
  return texts
    .filter(Boolean)
    .slice(0, 50)
    .flatMap((one) => shown(one) ?? []);
}
