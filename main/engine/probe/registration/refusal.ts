import { statusOf } from '../../clients/replay/replay.ts';
import type {
  RegistrationAttempt,
  RegistrationVariant,
} from '../../model/registration-evidence.ts';
import { isMade, isRefused } from './attempts.ts';
import { bodyOf } from './body-of.ts';

/** What a registration was refused for, as far as the answer or a second try tells. */
export type RefusalReason =
  | 'limit'
  | 'redirect'
  | 'initial token'
  | 'scope'
  | 'authentication method'
  | 'unknown member'
  | 'form'
  | 'other';

/** How servers word it, after the codes of RFC 7591 §3.2.2; the first that fits. */
const WORDS: readonly (readonly [RegExp, RefusalReason])[] = [
  [/max(?:imum)?[ _-]?clients|client[s]? limit|too many|rate.?limit|quota/i, 'limit'],
  [/redirect|callback/i, 'redirect'],
  [/initial.?access.?token|registration.?(?:access.?)?token|invalid_token/i, 'initial token'],
  [/\bscopes?\b|invalid_scope/i, 'scope'],
  [/auth(?:entication)?[ _]method|public clients?/i, 'authentication method'],
  [
    /(?:unknown|unrecogni[sz]ed|unexpected|unsupported|additional|extra).{0,20}(?:member|field|propert|parameter|metadata|key|claim)|application_type|software_(?:id|version)|client_uri/i,
    'unknown member',
  ],
];
/** What a second try with one thing changed shows where it passes. */
const SHOWN_BY: Partial<Record<RegistrationVariant, RefusalReason>> = {
  'without scope': 'scope',
  'with a secret in the form': 'authentication method',
  'with a secret in the header': 'authentication method',
};

/**
 * Why a registration was refused. A second try that passed decides; then the status; then what the
 * answer says for itself.
 * @param all every attempt of the run, among them the second tries
 * @returns null where it was not refused
 * @see RFC 7591 §3.2.2; DR-07 to DR-20; F42, F43, F48, F49
 */
export function refusalOf(
  attempt: RegistrationAttempt,
  all: readonly RegistrationAttempt[],
): RefusalReason | null {
  if (!isRefused(attempt)) return null;
  const status = statusOf(attempt.exchange);
  if (status === 429) return 'limit';
  const shown = all.find(
    (one) => SHOWN_BY[one.variant] && isMade(one) && isAbout(one, attempt, all),
  );
  if (shown) return SHOWN_BY[shown.variant]!;
  const said = saidIn(attempt);
  if (said === null) return status === 401 ? 'initial token' : 'form';
  const word = WORDS.find(([pattern]) => pattern.test(said))?.[1];
  return word ?? (status === 401 ? 'initial token' : 'other');
}

/** The code and description of a refusal in OAuth form, as one text; null where it has none. */
function saidIn({ json }: RegistrationAttempt): string | null {
  if (typeof json?.error !== 'string') return null;
  return `${json.error} ${typeof json.error_description === 'string' ? json.error_description : ''}`;
}

/** A second try stands for every attempt that was refused with the same answer. */
function isAbout(
  second: RegistrationAttempt,
  attempt: RegistrationAttempt,
  all: readonly RegistrationAttempt[],
): boolean {
  if (second.as === attempt.as) return true;
  const first = all.find((one) => one.as === second.as && isRefused(one));
  return first !== undefined && answerKey(first) === answerKey(attempt);
}

/** Two refusals with the same key need only one second try. */
export function answerKey({ exchange }: RegistrationAttempt): string {
  return `${statusOf(exchange)} ${bodyOf(exchange)}`;
}
