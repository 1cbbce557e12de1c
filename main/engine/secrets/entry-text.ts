import { AUTH_METHODS, type ClientIdentity } from '../handshake/oauth/client-identity.ts';
import { Secret } from './secret.ts';
import type { StoredEntry } from './token-entry.ts';

const ORIGINS: readonly ClientIdentity['from'][] = ['given', 'document', 'registered'];

/**
 * An entry as the keychain takes it. The only place where its values become text.
 * @returns JSON inside a Secret
 */
export function entryToText(entry: StoredEntry): Secret {
  const { access, refresh, identity, ...plain } = entry;
  const { secret, management, ...client } = identity;
  return new Secret(
    JSON.stringify({
      ...plain,
      access: access?.reveal() ?? null,
      refresh: refresh?.reveal() ?? null,
      identity: {
        ...client,
        secret: secret?.reveal() ?? null,
        management: management && { uri: management.uri, token: management.token.reveal() },
      },
    }),
  );
}

/**
 * Reads what the keychain gave back. Unknown members are ignored, so that an older Unblank reads
 * what a newer one wrote.
 * @returns null for anything that is not an entry: it is damaged, or somebody else's
 */
export function entryFromText(text: Secret): StoredEntry | null {
  const json = parse(text.reveal());
  if (json === null) return null;
  const { issuer, resource, savedAt, version } = json;
  const identity = identityIn(json.identity);
  if (typeof issuer !== 'string' || typeof resource !== 'string') return null;
  if (identity === null || !isNumber(savedAt) || !isNumber(version)) return null;
  return {
    issuer,
    resource,
    identity,
    access: secretIn(json.access),
    refresh: secretIn(json.refresh),
    tokenEndpoint: textIn(json.tokenEndpoint),
    revocationEndpoint: textIn(json.revocationEndpoint),
    scope: textIn(json.scope),
    expiresAt: isNumber(json.expiresAt) ? json.expiresAt : null,
    pendingRun: textIn(json.pendingRun),
    savedAt,
    version,
  };
}

function identityIn(value: unknown): ClientIdentity | null {
  if (!isObject(value) || typeof value.id !== 'string') return null;
  return {
    id: value.id,
    from: ORIGINS.find((one) => one === value.from) ?? 'given',
    secret: secretIn(value.secret),
    method: AUTH_METHODS.find((one) => one === value.method) ?? 'none',
    management: managementIn(value.management),
  };
}

function managementIn(value: unknown): ClientIdentity['management'] {
  if (!isObject(value)) return null;
  const uri = textIn(value.uri);
  const token = secretIn(value.token);
  return uri === null || token === null ? null : { uri, token };
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
function secretIn(value: unknown): Secret | null {
  return typeof value === 'string' && value !== '' ? new Secret(value) : null;
}
