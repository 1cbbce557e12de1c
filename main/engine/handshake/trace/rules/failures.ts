import type { NavigationEndingKind } from '../../../model/navigation-ending.ts';
import { hostIn } from '../address.ts';
import type { Mark, NavigationState } from '../navigation-state.ts';
import { atOnce, sighting, type EndingRule, type Sighting } from './rule.ts';

interface Failure {
  readonly pattern: RegExp;
  readonly kind: NavigationEndingKind;
  readonly says: (mark: Mark, state: NavigationState) => string;
}

/**
 * Chromium's names of errors (net_error_list.h) and what they come to; the first that fits. An
 * aborted request is none of them: it is how downloads, 204 and superseded requests end as well; nor
 * is one that the window itself ended (BLOCKED_BY_CLIENT).
 */
const FAILURES: readonly Failure[] = [
  failure(
    /TOO_MANY_REDIRECTS/,
    'page-loop',
    (at) =>
      `${at} redirects in circles; the browser gave up after 20 redirects (net::ERR_TOO_MANY_REDIRECTS).`,
  ),
  failure(
    /ERR_(?:CERT|SSL|BAD_SSL)_/,
    'certificate',
    (at, error) =>
      `The browser does not accept the TLS of ${hostIn(at)} (${error}), so no page was shown.`,
  ),
  failure(
    /BLOCKED_BY_CSP/,
    'form-action-blocked',
    (at) =>
      `The policy of the page forbids the way to ${at} (net::ERR_BLOCKED_BY_CSP), so its button does nothing.`,
  ),
  failure(
    /UNKNOWN_URL_SCHEME|DISALLOWED_URL_SCHEME/,
    'other-scheme',
    (at) => `The page leads to ${at}, which is a program and not the client that waits here.`,
  ),
  failure(
    /HTTP_RESPONSE_CODE_FAILURE/,
    'error-page',
    (at, _error, status) => `${at} answers ${status} with nothing to show, and does not send back.`,
  ),
  failure(
    /NAME_NOT_RESOLVED|ICANN_NAME_COLLISION/,
    'unreachable',
    (at) => `The name ${hostIn(at)} does not resolve, so the browser never got to ${at}.`,
  ),
  failure(
    /CONNECTION_REFUSED/,
    'unreachable',
    (at) => `Nobody listens at ${hostIn(at)}: the connection was refused.`,
  ),
  failure(
    /TIMED_OUT/,
    'unreachable',
    (at, error) => `${hostIn(at)} did not answer in time (${error}).`,
  ),
  failure(
    /EMPTY_RESPONSE/,
    'unreachable',
    (at) => `${hostIn(at)} closed the connection without an answer.`,
  ),
  failure(
    /^(?!.*(?:ABORTED|BLOCKED_BY_CLIENT))/,
    'unreachable',
    (at, error) => `The browser could not load ${at} (${error}).`,
  ),
];

/** One row for each kind that a failure can come to; certain at once, but for an aborted request. */
export const FAILED: readonly EndingRule[] = [...new Set(FAILURES.map(({ kind }) => kind))].map(
  (kind) => ({ kind, patience: atOnce, find: (state) => find(kind, state) }),
);

function find(kind: NavigationEndingKind, state: NavigationState): Sighting | null {
  const mark = state.troubles.failed;
  const row = mark && FAILURES.find(({ pattern }) => pattern.test(mark.text));
  if (!mark || row?.kind !== kind) return null;
  return sighting(
    mark.address,
    `${row.says(mark, state)}${atTheGoal(mark, state)}`,
    state.asked,
    mark,
  );
}

/** F70: it is the client itself that cannot be reached. */
function atTheGoal({ address }: Mark, { goal }: NavigationState): string {
  return address === goal
    ? ' That is the address at which the client waits to be called back.'
    : '';
}

function failure(
  pattern: RegExp,
  kind: NavigationEndingKind,
  words: (at: string, error: string, status: string) => string,
): Failure {
  const status = ({ answered }: NavigationState) => String(answered?.status ?? 'with an error');
  return { pattern, kind, says: (mark, state) => words(mark.address, mark.text, status(state)) };
}
