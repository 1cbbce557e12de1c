import { statusOf } from '../../clients/replay/replay.ts';
import type { ClientId } from '../../../contract/words.ts';
import type { JsonObject } from '../../model/evidence.ts';
import type {
  RegistrationAttempt,
  RegistrationVariant,
} from '../../model/registration-evidence.ts';
import { clientAttempts, isMade } from './attempts.ts';
import { hasLoopbackOnly } from './loopback-refused.ts';
import { answerKey, refusalOf, type RefusalReason } from './refusal.ts';
import type { Registrar } from './registrar.ts';

/** A client, and the whole body that it would send here. */
export interface Registering {
  readonly as: ClientId;
  readonly body: JsonObject;
}

/** At most so many different refusals are looked into. */
const REFUSALS = 2;
/** The answer already says what it is about, so a second try would show nothing. */
const PLAIN: readonly RefusalReason[] = ['limit', 'redirect', 'initial token'];

/** One thing changed at a time, to find out what a refusal is about. */
const SECOND_TRIES: readonly (readonly [RegistrationVariant, JsonObject])[] = [
  ['with a secret in the form', { token_endpoint_auth_method: 'client_secret_post' }],
  ['with a secret in the header', { token_endpoint_auth_method: 'client_secret_basic' }],
];
/** Never opened: it is sent to be refused. */
const SCRIPT = 'javascript';
/** What a registration should ignore (DR-12) or refuse (DR-13, DR-14), each tried once. */
const PROBES: readonly (readonly [RegistrationVariant, JsonObject])[] = [
  ['with an unknown member', { unblank_unknown_member: 'to be ignored' }],
  ['with a plain http redirect', { redirect_uris: ['http://client.example/callback'] }],
  ['with a script for a redirect', { redirect_uris: [`${SCRIPT}:void(0)`] }],
];

/**
 * Registers as every client would, in turn, looks into what is refused, and tries once what should
 * be ignored or refused.
 * @param registrar keeps what became of each
 */
export async function registerClients(
  clients: readonly Registering[],
  registrar: Registrar,
): Promise<void> {
  const known = new Set<string>();
  for (const { as, body } of clients) {
    const attempt = await registrar.register(as, 'as the client sends it', body);
    if (attempt === null) return;
    const reason = refusalOf(attempt, registrar.attempts);
    const isTold = reason === null || PLAIN.includes(reason) || statusOf(attempt.exchange) === 403;
    if (isTold || known.has(answerKey(attempt)) || known.size >= REFUSALS) continue;
    known.add(answerKey(attempt));
    await lookInto(attempt, registrar);
  }
  await probe(registrar);
}

/** Changes one thing after the other, until one passes. */
async function lookInto({ as, sent }: RegistrationAttempt, registrar: Registrar): Promise<void> {
  const { scope, ...rest } = sent;
  const tries: (readonly [RegistrationVariant, JsonObject])[] = SECOND_TRIES.map(
    ([variant, change]) => [variant, { ...sent, ...change }],
  );
  if (scope !== undefined) tries.unshift(['without scope', rest]);
  for (const [variant, body] of tries) {
    const second = await registrar.register(as, variant, body);
    if (second === null || isMade(second)) return;
  }
}

/**
 * On the body of a client that passed, so that nothing else is refused; a program on the user's
 * machine where there is one, because servers may take any redirect from web clients.
 */
async function probe(registrar: Registrar): Promise<void> {
  const passed = clientAttempts(registrar).filter(isMade);
  const base = passed.find(isNativeOnLoopback) ?? passed.find(hasLoopbackOnly) ?? passed[0];
  if (base === undefined) return;
  for (const [variant, change] of PROBES) {
    await registrar.register(base.as, variant, { ...base.sent, ...change });
  }
}

function isNativeOnLoopback(attempt: RegistrationAttempt): boolean {
  return attempt.sent.application_type === 'native' && hasLoopbackOnly(attempt);
}
