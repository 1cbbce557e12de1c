import type { NeedsAuthEntry, StoredDiscovery, StoredSignIn } from '../../model/store-evidence.ts';
import { pointerOf } from '../json-tree.ts';
import {
  isObject,
  keptIn,
  numberIn,
  objectIn,
  shownText,
  textIn,
  urlIn,
  type StoreObject,
} from './store-values.ts';

/** Where the sign-in to Claude itself stands; all others are sign-ins to servers. */
export const ACCOUNT_POINTER = '/claudeAiOauth';

/** Stores have a handful of entries; what is beyond that is not looked at. */
const ENTRY_LIMIT = 1000;

interface Source {
  readonly file: string;
  readonly modifiedAt: number | null;
}

/**
 * Reads `~/.claude/.credentials.json` as facts: `mcpOAuth["name|hash"]`, and the sign-in to Claude as
 * an entry without a server. No value of a token or secret is in the result (safety D19, F7, H1).
 * @param json the parsed file; any shape
 */
export function readCredentials(json: StoreObject, source: Source): readonly StoredSignIn[] {
  const servers = Object.entries(objectIn(json, 'mcpOAuth')).slice(0, ENTRY_LIMIT);
  const account = isObject(json['claudeAiOauth']) ? [json['claudeAiOauth']] : [];
  return [
    ...servers.flatMap(([key, value]) =>
      isObject(value) ? [serverSignIn(key, value, source)] : [],
    ),
    ...account.map((value) => ({
      ...signIn(value, source),
      pointer: ACCOUNT_POINTER,
      scope: null,
    })),
  ];
}

/** The part of the key before the last `|`; a name may hold that character as well. */
function serverSignIn(key: string, value: StoreObject, source: Source): StoredSignIn {
  const named = key.includes('|') ? key.slice(0, key.lastIndexOf('|')) : key;
  const found = objectIn(value, 'discoveryState');
  const redirectUri = urlIn(value, 'redirectUri');
  return {
    ...signIn(value, source),
    pointer: pointerOf(['mcpOAuth', shownText(key)]),
    server: textIn(value, 'serverName') ?? shownText(named),
    url: urlIn(value, 'serverUrl'),
    // Versions before 2.1.330 keep no issuer; the server that discovery chose is the same.
    issuer: urlIn(value, 'issuer') ?? urlIn(found, 'authorizationServerUrl'),
    redirectUris: redirectUri === null ? [] : [redirectUri],
    ...(found['oauthMetadataFound'] === true ? { discovered: discovery(value, found) } : {}),
  };
}

function discovery(value: StoreObject, found: StoreObject): StoredDiscovery {
  return {
    authorizationServer: urlIn(found, 'authorizationServerUrl'),
    resourceMetadata: urlIn(found, 'resourceMetadataUrl'),
    issuer: urlIn(value, 'issuer'),
  };
}

function signIn(value: StoreObject, { file, modifiedAt }: Source): StoredSignIn {
  return {
    client: 'claude-code',
    file,
    pointer: null,
    server: null,
    url: null,
    hash: null,
    version: null,
    access: keptIn(value, 'accessToken'),
    refresh: keptIn(value, 'refreshToken'),
    expiresAt: numberIn(value, 'expiresAt'),
    clientId: textIn(value, 'clientId'),
    issuer: null,
    redirectUris: [],
    scope: textIn(value, 'scope'),
    modifiedAt,
  };
}

/**
 * Reads `~/.claude/mcp-needs-auth-cache.json`: `{ name: { timestamp, ttlMs? } }`.
 * @param json the parsed file; any shape
 */
export function readNeedsAuth(json: StoreObject, file: string): readonly NeedsAuthEntry[] {
  return Object.entries(json)
    .slice(0, ENTRY_LIMIT)
    .flatMap(([name, value]) => {
      if (!isObject(value)) return [];
      const server = shownText(name);
      return [
        {
          file,
          pointer: pointerOf([server]),
          server,
          since: numberIn(value, 'timestamp'),
          ttlMs: numberIn(value, 'ttlMs'),
        },
      ];
    });
}
