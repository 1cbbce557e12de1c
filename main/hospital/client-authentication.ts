import { knownClient } from './known-client.ts';
import type { Ask } from './message.ts';
import type { Client, Memory } from './memory.ts';
import type { Setup } from './setup.ts';

interface Credentials {
  readonly id: string;
  readonly secret: string | null;
  readonly method: Client['method'];
}

/**
 * The client of a token request, proved by the method that it was registered with (OAuth 2.1 §2.5,
 * RFC 6749 §2.3.1).
 * @returns null where it is not known, or does not prove itself
 */
export function authenticatedClient(
  setup: Setup,
  memory: Memory,
  ask: Ask,
  form: URLSearchParams,
): Client | null {
  const { id, secret, method } = credentialsOf(ask, form);
  const known = knownClient(setup, memory, id);
  if ('why' in known) return null;
  const { client } = known;
  if (client.method === 'none') return client;
  return client.method === method && client.secret === secret ? client : null;
}

function credentialsOf({ headers }: Ask, form: URLSearchParams): Credentials {
  const basic = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(headers.authorization ?? '')?.[1];
  if (basic !== undefined) return fromHeader(Buffer.from(basic, 'base64').toString('utf8'));
  const secret = form.get('client_secret');
  const method = secret === null ? 'none' : 'client_secret_post';
  return { id: form.get('client_id') ?? '', secret, method };
}

/** Both parts come form-encoded (RFC 6749 §2.3.1), which many clients leave out (TK-21). */
function fromHeader(text: string): Credentials {
  const colon = text.indexOf(':');
  const [id, secret] = [text.slice(0, colon), text.slice(colon + 1)].map(formDecoded);
  return { id: id ?? '', secret: secret ?? '', method: 'client_secret_basic' };
}

function formDecoded(text: string): string {
  return new URLSearchParams(`value=${text.replaceAll('&', '%26')}`).get('value') ?? '';
}
