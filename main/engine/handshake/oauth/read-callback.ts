import type { JsonObject } from '../../model/evidence.ts';
import type { Headers } from '../../ports.ts';
import { Secret } from '../../secrets/secret.ts';
import type { Attempt } from './attempt.ts';

/** Why a callback is not taken, in the order in which it is looked at. */
export type CallbackFault =
  | 'state missing'
  | 'state differs'
  | 'expired'
  | 'iss missing'
  | 'iss differs'
  | 'error'
  | 'no code';

export type CallbackReading =
  | { readonly ok: true; readonly code: Secret; readonly strict: null }
  | {
      readonly ok: false;
      readonly fault: CallbackFault;
      /** Only for `error`: what came from nobody knows whom is not shown (D8). */
      readonly error: string | null;
      readonly description: string | null;
      /** Only for the faults of `iss`, for clients that do not look at it; null for all others. */
      readonly code: Secret | null;
    };

/** An attempt that took longer is over (safety D9). */
const LIFE_MS = 10 * 60 * 1000;

/**
 * Reads the parameters that came back on the redirect URI.
 * @param params as they came, form-decoded, in order; a name may come twice
 * @param metadata of the authorization server to which the attempt went
 * @param now wall time in milliseconds
 * @see RFC 6749 §4.1.2, RFC 9207 §2.4; MCP 2026-07-28 authorization; safety D8, D9; AZ-07 to AZ-09
 */
export function readCallback(
  params: Headers,
  attempt: Attempt,
  metadata: JsonObject,
  now: number,
): CallbackReading {
  // SECURITY: D9. Without our state, nothing of it is ours: not even an error.
  const stateFault = faultOfState(valuesOf(params, 'state'), attempt, now);
  if (stateFault !== null) return refuse(stateFault);
  const codes = valuesOf(params, 'code').filter((one) => one !== '');
  const code = codes.length === 1 ? new Secret(codes[0]!) : null;
  // SECURITY: D8. Before the error: it may come from another server.
  const issFault = faultOfIssuer(valuesOf(params, 'iss'), attempt, metadata);
  if (issFault !== null) return { ...refuse(issFault), code };
  const error = valuesOf(params, 'error')[0] ?? '';
  if (error !== '') return { ...refuse('error'), error, description: describe(params) };
  return code === null ? refuse('no code') : { ok: true, code, strict: null };
}

function faultOfState(
  states: readonly string[],
  { state, createdAt }: Attempt,
  now: number,
): CallbackFault | null {
  if (states.length === 0) return 'state missing';
  if (states.length > 1 || !isSame(states[0]!, state)) return 'state differs';
  return now - createdAt > LIFE_MS ? 'expired' : null;
}

/** The four rows of RFC 9207 as MCP has them: what is there is compared, letter by letter. */
function faultOfIssuer(
  given: readonly string[],
  { issuer }: Attempt,
  metadata: JsonObject,
): CallbackFault | null {
  if (given.length > 0) return given.every((one) => one === issuer) ? null : 'iss differs';
  return metadata.authorization_response_iss_parameter_supported === true ? 'iss missing' : null;
}

/** Takes as long for a guess that is nearly right as for one that is not. */
function isSame(one: string, other: string): boolean {
  let differs = one.length ^ other.length;
  for (let at = 0; at < other.length; at += 1)
    differs |= one.charCodeAt(at % (one.length || 1)) ^ other.charCodeAt(at);
  return differs === 0;
}

function describe(params: Headers): string | null {
  return valuesOf(params, 'error_description')[0] ?? null;
}

function valuesOf(params: Headers, name: string): readonly string[] {
  return params.filter(([key]) => key === name).map(([, value]) => value);
}

function refuse(fault: CallbackFault): CallbackReading & { readonly ok: false } {
  return { ok: false, fault, error: null, description: null, code: null };
}
