import { statusOf } from '../../clients/replay/replay.ts';
import type { Exchange } from '../../model/evidence.ts';
import { jsonAnswer } from '../../probe/registration/json-answer.ts';

/** Why a client has no id here, as a sentence. */
export function whyNotRegistered(registration: Exchange | null, issuer: string): string {
  if (registration === null)
    return `${issuer} registers no clients by itself, and no client id was given.`;
  const status = statusOf(registration);
  if (status === null) return `${issuer} did not answer the registration.`;
  const error = jsonAnswer(registration)?.error;
  const said = typeof error === 'string' ? ` (${error.slice(0, 80)})` : '';
  if (status >= 200 && status < 300)
    return `${issuer} answered the registration ${status}, without a client id.`;
  return `${issuer} refused the registration with ${status}${said}.`;
}
