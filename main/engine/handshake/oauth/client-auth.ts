import { ClientSecretPost, None, type ClientAuth } from 'oauth4webapi';
import type { ClientIdentity } from './client-identity.ts';

/**
 * How this client says who it is at a token endpoint; `none` puts the bare id into the form.
 * @see RFC 6749 §2.3.1
 */
export function clientAuth({ id, secret, method, basicEncoding }: ClientIdentity): ClientAuth {
  if (secret === null || method === 'none') return None();
  if (method === 'client_secret_post') return ClientSecretPost(secret.reveal());
  const encode = ENCODINGS[basicEncoding ?? 'form'];
  return (_as, _client, _body, headers) => {
    headers.set('authorization', `Basic ${btoa(`${encode(id)}:${encode(secret.reveal())}`)}`);
  };
}

/**
 * Form encoding by the URL standard. The library encodes `-` and `_` as well, which is allowed; but
 * servers that do not decode (the official conformance suite has one) then know no client.
 */
const ENCODINGS: Record<'form' | 'none', (text: string) => string> = {
  form: (text) => new URLSearchParams({ '': text }).toString().slice(1),
  none: (text) => text,
};
