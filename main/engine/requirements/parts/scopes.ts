import type { FirstContact, Json } from '../../model/evidence.ts';
import { challengeOf } from '../../probe/challenge-of.ts';
import { parameterOf } from '../../probe/challenge.ts';

/** The strings of a list, or null where the member is no list. */
export function textsOf(value: Json | undefined): readonly string[] | null {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null;
}

/** The scopes that the 401 asks for. */
export function challengeScopes(first: FirstContact): readonly string[] {
  const bearer = challengeOf(first)?.bearer;
  const scope = bearer == null ? null : parameterOf(bearer, 'scope');
  return scope === null ? [] : scope.split(/\s+/).filter((one) => one !== '');
}
