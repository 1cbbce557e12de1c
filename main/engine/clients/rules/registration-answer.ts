import type { ClientId } from '../../../contract/words.ts';
import type { JsonObject } from '../../model/evidence.ts';
import type { RegistrationAttempt } from '../../model/registration-evidence.ts';
import type { Basis, DocumentSchema, Rule, RuleHit } from '../../model/client.ts';
import { answerDefect } from '../../probe/registration/answer-defect.ts';
import { clientAttempts, isMade } from '../../probe/registration/attempts.ts';
import { excludedMethod } from '../../probe/registration/excluded-method.ts';
import { bodyOf } from '../../probe/registration/body-of.ts';
import { refusalOf, type RefusalReason } from '../../probe/registration/refusal.ts';
import { refusalWords } from '../../probe/registration/refusal-words.ts';
import { registrationWays } from '../replay/server-metadata.ts';
import { statusOf, type Replay } from '../replay/replay.ts';

/** What tells one client from another where it registers. */
export interface RegistrationManner {
  /** Whose registration tells: the client itself, or one that sends the like (SDKs). */
  readonly as: ClientId;
  /** Where it uses a client-id document instead, and so never registers (CI-01, CI-12). */
  readonly documents: 'never' | 'flag' | 'flag-and-public';
  /** False where its authorization request has no prompt, unlike that of `as`. */
  readonly prompts?: boolean;
  /** How it checks the answer. */
  readonly schema: DocumentSchema;
  /** What its user reads when it is refused, or null where that is not known. */
  readonly sees: ((status: number, body: string, description: string) => string) | null;
}

/** What is found at a server that refuses for such a reason. */
const CAUSES: Record<RefusalReason, string> = {
  limit: 'F49',
  redirect: 'F43',
  'initial token': 'F42',
  scope: 'F42',
  'authentication method': 'F42',
  'unknown member': 'F48',
  form: 'F42',
  other: 'F42',
};
/** The callback of the Code tab has a mode of its own. */
const REDIRECT_CAUSES: Partial<Record<ClientId, string>> = { 'claude-desktop-code': 'F45' };
const SEES_LIMIT = 300;

/**
 * What a client does with the real answer to its own registration: stops where it is refused, and
 * where it cannot read the answer. Without a registration it says nothing.
 * @see reference-clients 2.1 step 8 and 2.4; F42, F43, F45, F47, F48, F49
 */
export function registrationAnswer(manner: RegistrationManner, basis: Basis, source: string): Rule {
  return {
    step: 'registration',
    basis,
    source,
    check: (replay) => {
      const { registration } = replay.evidence;
      if (registration === null || usesDocument(manner, replay)) return null;
      const attempt = clientAttempts(registration).find((one) => one.as === manner.as);
      if (attempt === undefined) return shutOut(registration.attempts);
      const reason = refusalOf(attempt, registration.attempts);
      if (reason !== null) return refused(attempt, reason, registration.attempts, manner);
      return isMade(attempt) ? unread(attempt, manner, replay) : unanswered(attempt);
    },
  };
}

function usesDocument({ documents }: RegistrationManner, { metadata }: Replay): boolean {
  if (documents === 'never' || metadata?.json == null) return false;
  const ways = registrationWays(metadata.json);
  return ways.documents && (documents === 'flag' || ways.publicClients);
}

/** Not tried, because our own registrations before it met a limit. */
function shutOut(all: readonly RegistrationAttempt[]): RuleHit | null {
  if (!all.some((one) => refusalOf(one, []) === 'limit')) return null;
  if (all.some(isMade)) return { outcome: 'at-risk', cause: 'F49', why: AT_LIMIT };
  return { outcome: 'blocked', cause: 'F49', why: CLOSED };
}
const CLOSED = 'Registration is limited, and the very first one was not let in.';
const AT_LIMIT =
  'Registration is limited: after the ones before it no further client was let in for now.';

function refused(
  attempt: RegistrationAttempt,
  reason: RefusalReason,
  all: readonly RegistrationAttempt[],
  { sees }: RegistrationManner,
): RuleHit {
  // Our own registrations used the limit up, so alone it may pass.
  if (reason === 'limit' && all.some(isMade))
    return { outcome: 'at-risk', cause: 'F49', why: AT_LIMIT };
  const own = reason === 'redirect' ? REDIRECT_CAUSES[attempt.as] : undefined;
  const description = attempt.json?.error_description;
  const text = typeof description === 'string' ? description : '';
  const shown = sees?.(statusOf(attempt.exchange)!, bodyOf(attempt.exchange), text);
  return {
    outcome: 'blocked',
    cause: own ?? CAUSES[reason],
    why: `Its registration was answered ${refusalWords(attempt)}.`,
    sees: shown?.slice(0, SEES_LIMIT),
  };
}

function unread(
  { json }: RegistrationAttempt,
  { schema }: RegistrationManner,
  { metadata }: Replay,
): RuleHit | null {
  const defect = json === null ? null : answerDefect(json, schema);
  if (json === null || defect !== null) {
    const what = defect === null ? 'which is not JSON' : `in which ${defect.member} ${defect.what}`;
    const why = `It cannot read the answer to its registration, ${what}.`;
    return { outcome: 'blocked', cause: 'F47', why };
  }
  // The Python SDK uses what it was given, listed or not (OBSERVED, reference-clients 2.4).
  return schema === 'nulls-pass' ? null : stuckWithSecret(json, metadata?.json ?? null);
}

/** Neither the method that it was given nor that of a public client gets it a token. */
function stuckWithSecret(json: JsonObject, document: JsonObject | null): RuleHit | null {
  const method = excludedMethod(json, document);
  const endpoint = document?.token_endpoint;
  if (method === null || typeof json.client_secret !== 'string') return null;
  return {
    outcome: 'blocked',
    cause: 'F42',
    why: `It was given ${method} and a secret, and the metadata lists other methods only, so it gets no token.`,
    stopsAt: typeof endpoint === 'string' ? { method: 'POST', url: endpoint } : undefined,
  };
}

/** What was not answered is not blamed on the server where we were the ones who stopped (E2). */
function unanswered({ exchange: { outcome } }: RegistrationAttempt): RuleHit | null {
  if (outcome.kind !== 'failure') return null;
  const isOurs = outcome.failure === 'policy' || outcome.failure === 'cancelled';
  const why = `The registration endpoint gave no answer (${outcome.message}).`;
  return { outcome: 'unknown', cause: null, why: isOurs ? 'Its registration was not tried.' : why };
}

/** How clients on the TypeScript SDK 2 word a refusal. @param before what the client puts in front */
export function rejectedBySdk2(before: string): RegistrationManner['sees'] {
  return (status, body) =>
    `${before}Dynamic Client Registration rejected (HTTP ${status}): ${body}`;
}

/** How clients on the TypeScript SDK 1 word a refusal: by its description alone. */
export function rejectedBySdk1(before: string): RegistrationManner['sees'] {
  return (_status, body, description) => `${before}${description === '' ? body : description}`;
}
