import type { ClientId } from '../../../contract/words.ts';
import type { JsonObject } from '../../model/evidence.ts';
import type {
  RegistrationAttempt,
  RegistrationVariant,
} from '../../model/registration-evidence.ts';
import type { HttpRequest } from '../../ports.ts';
import { followRedirects } from '../follow-redirects.ts';
import type { Send } from '../sender.ts';
import { isMade } from './attempts.ts';
import { jsonAnswer } from './json-answer.ts';
import { refusalOf } from './refusal.ts';

/** What a registration answers that opens something; only the type of it matters to a judgement. */
const SECRETS = ['client_secret', 'registration_access_token'] as const;

/**
 * Registers clients at one endpoint, one after the other, and stops for good where the server sets a
 * limit or gives no answer (DR-20).
 */
export class Registrar {
  readonly #endpoint: string;
  readonly #send: Send;
  readonly #attempts: RegistrationAttempt[] = [];
  #isOver = false;

  /** @param endpoint the registration endpoint, an absolute http(s) URL */
  constructor(endpoint: string, send: Send) {
    this.#endpoint = endpoint;
    this.#send = send;
  }

  get attempts(): readonly RegistrationAttempt[] {
    return this.#attempts;
  }

  /** @returns what became of it, or null where registering has ended */
  async register(
    as: ClientId,
    variant: RegistrationVariant,
    sent: JsonObject,
  ): Promise<RegistrationAttempt | null> {
    if (this.#isOver) return null;
    const ask = (url: string) =>
      this.#send(registrationRequest(url, sent), 'registration', 'client registration');
    const exchange = (await followRedirects(this.#endpoint, ask)).at(-1)!;
    const json = withoutSecrets(jsonAnswer(exchange));
    const attempt = { as, variant, sent, exchange, json, clientId: null, removal: null };
    const told = isMade(attempt) ? { ...attempt, ...made(json) } : attempt;
    this.#attempts.push(told);
    this.#isOver = exchange.outcome.kind === 'failure' || refusalOf(told, []) === 'limit';
    return told;
  }
}

/** Until it is deleted, nothing was offered. */
function made(json: JsonObject | null): Pick<RegistrationAttempt, 'clientId' | 'removal'> {
  const id = json?.client_id;
  return { clientId: typeof id === 'string' && id !== '' ? id : null, removal: 'not offered' };
}

// SECURITY: H3. What the evidence keeps of an answer holds none of its secrets.
function withoutSecrets(json: JsonObject | null): JsonObject | null {
  const hidden = SECRETS.filter((name) => typeof json?.[name] === 'string');
  return json && { ...json, ...Object.fromEntries(hidden.map((name) => [name, '…'])) };
}

function registrationRequest(url: string, sent: JsonObject): HttpRequest {
  const headers = [
    ['Content-Type', 'application/json'],
    ['Accept', 'application/json'],
  ] as const;
  return { method: 'POST', url, headers, body: JSON.stringify(sent), namedBy: 'server' };
}
