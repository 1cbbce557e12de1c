import type { Evidence } from '../../../contract/report.ts';
import { loopCode } from '../../clients/sign-in/loop-code.ts';
import { roundsOf } from '../../clients/sign-in/rounds-of.ts';
import type { Occurrence } from '../../model/mode.ts';
import type { SignInEvidence } from '../../model/sign-in-evidence.ts';
import { httpEvidence } from './http-evidence.ts';
import { navigationEvidence } from './navigation-evidence.ts';

/** A sign-in that begins again and again, where the reason shows as this mode. */
export function loopOccurrences(code: `F${number}`, signIn: SignInEvidence): readonly Occurrence[] {
  if (loopCode(signIn) !== code) return [];
  const rounds = roundsOf(signIn);
  const last = rounds.at(-1);
  const detail = `The sign-in was made ${rounds.length} times in a row, and each time it began again: ${WHY[last?.because ?? 'the first request']}.`;
  const calls = [last?.list, last?.legacyCall, last?.modernCall, last?.token];
  const call = calls.find((one) => one != null && isRefused(one.outcome));
  const pages: readonly Evidence[] = last === undefined ? [] : [navigationEvidence(last)];
  const evidence = call == null ? pages : [httpEvidence(call, 'after which it begins again')];
  return [{ detail, evidence, requirements: [] }];
}

const WHY = {
  'the first request': 'the client is asked to sign in as if it had not',
  '401 after a good token': 'the new token is answered 401',
  '403 insufficient_scope': 'the new token is said to have too little scope',
  'the refresh was refused': 'the token is not renewed',
  'the client was forgotten': 'the authorization server no longer knows the client',
  'a second client, to see whether it asks again': 'another client was asked',
} as const;

function isRefused(outcome: Parameters<typeof httpEvidence>[0]['outcome']): boolean {
  return outcome.kind === 'response' && outcome.response.status >= 400;
}
