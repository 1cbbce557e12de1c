import { isUrl } from '../../../../contract/is-url.ts';
import { pointerOf } from '../../../local/json-tree.ts';
import type { Json, JsonObject } from '../../../model/evidence.ts';
import { programOf } from '../../../modes/evidence/entry-command.ts';
import { changed, refused, type Changed, type RelativeEdit } from '../changes/changed.ts';
import { hasControl, isAbsolutePath } from '../changes/words.ts';
import { headerArguments, type HeaderArgument } from './header-arguments.ts';
import { MCP_REMOTE_VERSION } from './mcp-remote-version.ts';

const URL_KEYS = ['url', 'serverUrl', 'httpUrl'] as const;
const TYPE_KEYS = ['type', 'transport', 'transportType'] as const;
/** What other clients read and mcp-remote has no argument for that holds no secret. */
const NOT_EXPRESSED = ['headersHelper', 'oauth', 'auth', 'requestInit', 'http_headers'] as const;

/**
 * An entry with an address becomes `npx -y mcp-remote@PINNED URL` (F111). Each header becomes
 * `Name:${VARIABLE}`, its value a variable of `env`, letter by letter.
 */
// SECURITY: I4, I5
export function mcpRemote(entry: JsonObject, program: string | null): Changed {
  const reason = whyNot(entry, program);
  if (reason !== null) return refused(reason);
  const [key = 'url'] = URL_KEYS.filter((one) => entry[one] !== undefined);
  const headers = headerArguments(entry['headers'] ?? {}, entry['env'] ?? {});
  if (typeof headers === 'string') return refused(headers);
  const args = [
    '-y',
    `mcp-remote@${MCP_REMOTE_VERSION}`,
    String(entry[key]),
    ...transportOf(entry),
    ...headers.flatMap(({ argument }) => ['--header', argument]),
  ];
  return changed([
    ...(entry['command'] === undefined ? [] : [removeKey('command')]),
    ...(entry['args'] === undefined ? [] : [removeKey('args')]),
    { kind: 'rename-key', at: `/${key}`, to: 'command' },
    { kind: 'set-value', at: '/command', value: program ?? 'npx' },
    { kind: 'set-value', at: '/args', value: args },
    ...headers.flatMap(moved),
    ...[...TYPE_KEYS, 'headers'].filter((one) => entry[one] !== undefined).map(removeKey),
  ]);
}

function moved({ name, variable }: HeaderArgument): readonly RelativeEdit[] {
  if (variable === null) return [];
  const at = pointerOf(['headers', name]);
  return [{ kind: 'move-value', at, to: pointerOf(['env', variable]) }];
}

function removeKey(name: string): RelativeEdit {
  return { kind: 'remove-value', at: pointerOf([name]) };
}

function whyNot(entry: JsonObject, program: string | null): string | null {
  const keys = URL_KEYS.filter((one) => entry[one] !== undefined);
  const other = NOT_EXPRESSED.find((one) => entry[one] !== undefined);
  if (entry['command'] !== undefined && entry['command'] !== null && entry['command'] !== '') {
    return 'The entry starts a program already.';
  }
  if (Array.isArray(entry['args']) && entry['args'].length > 0) {
    return 'The entry has arguments that would be lost.';
  }
  if (other !== undefined) return `mcp-remote has no argument for ${other} of the entry.`;
  if (keys.length !== 1) return 'The entry has not exactly one address.';
  if (program !== null && !(isAbsolutePath(program) && programOf(program) === 'npx')) {
    return 'The program is not npx with its whole path.';
  }
  return whyNotAddress(entry[keys[0] ?? 'url']) ?? whyNotType(entry);
}

/** As mcp-remote judges it (source of 0.15.1): HTTP is for this machine alone. */
function whyNotAddress(address: Json | undefined): string | null {
  if (typeof address !== 'string' || hasControl(address) || !isUrl(address)) {
    return 'The address of the entry is none.';
  }
  if (address.includes('${')) return 'mcp-remote does not fill in variables in the address.';
  if (/\s|"/.test(address)) return 'The address holds characters that would have to be escaped.';
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') {
    return 'The address holds a user and a password, which mcp-remote cannot send.';
  }
  const isHere = protocol === 'http:' && /^(?:localhost|127\.0\.0\.1)$/.test(hostname);
  if (protocol === 'https:' || isHere) return null;
  return 'mcp-remote connects by HTTPS only, besides to localhost.';
}

function whyNotType(entry: JsonObject): string | null {
  const type = TYPE_KEYS.map((one) => entry[one]).find((one) => one !== undefined);
  if (type === undefined || type === null) return null;
  if (typeof type !== 'string') return 'The type of the entry is no text.';
  return /^(?:ws|wss|websocket)$/i.test(type) ? 'mcp-remote has no WebSocket.' : null;
}

function transportOf(entry: JsonObject): readonly string[] {
  const isSse = TYPE_KEYS.some((one) => /^sse$/i.test(String(entry[one])));
  return isSse ? ['--transport', 'sse-only'] : [];
}
