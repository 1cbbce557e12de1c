import { isUrl } from '../../../contract/is-url.ts';
import {
  allowInsecureRequests,
  customFetch,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
  type CustomFetchOptions,
} from 'oauth4webapi';
import type { Step } from '../../../contract/words.ts';
import type { Exchange, Purpose } from '../../model/evidence.ts';
import type { HttpRequest } from '../../ports.ts';
import { followRedirects } from '../../probe/follow-redirects.ts';
import type { Send } from '../../probe/sender.ts';
import { isLoopbackHost } from '../../safety/loopback-host.ts';
import { OUTBOUND_LIMITS } from '../../safety/outbound-limits.ts';
import { strictWords } from './strict-words.ts';

/** Who is asked, for what, and through what. */
export interface Asking {
  readonly endpoint: string;
  readonly send: Send;
  readonly step: Step;
  readonly purpose: Purpose;
}

/** What became of it: the exchange that counts, and what the strict reader holds against it. */
export interface Asked {
  readonly exchange: Exchange;
  readonly strict: string | null;
}

/** What oauth4webapi takes in place of fetch: our one way out, and http for loopback only (D14). */
export interface StrictOptions<Body> {
  readonly [customFetch]: (
    url: string,
    options: CustomFetchOptions<'POST', Body>,
  ) => Promise<Response>;
  readonly [allowInsecureRequests]: boolean;
}

/** A request that did not get as far as an answer; the exchange says why. */
class NoAnswer extends Error {}

/**
 * Runs one request of oauth4webapi through the HTTP port (safety E1) and records it.
 * @param run makes the request with the options, and reads the answer strictly
 * @returns `strict` is null where the answer is as it must be, where it is a well-formed error, and
 *   where there is none
 */
export async function askStrictly<Body>(
  asking: Asking,
  run: (options: StrictOptions<Body>) => Promise<unknown>,
): Promise<Asked> {
  let last: Exchange | null = null;
  const options: StrictOptions<Body> = {
    [allowInsecureRequests]: isLoopback(asking.endpoint),
    [customFetch]: async (url, asked) => {
      const hops = await followRedirects(url, (to) =>
        asking.send(requestOf(to, asked), asking.step, asking.purpose),
      );
      last = hops.at(-1)!;
      return responseOf(last);
    },
  };
  const strict = await run(options).then(() => null, wordsFor);
  return { exchange: last ?? unsent(asking, strict), strict };
}

function wordsFor(error: unknown): string | null {
  const isAnError =
    error instanceof ResponseBodyError || error instanceof WWWAuthenticateChallengeError;
  return error instanceof NoAnswer || isAnError ? null : strictWords(error);
}

/** D14: a token endpoint on http elsewhere is an error of the configuration; nothing is sent. */
function isLoopback(endpoint: string): boolean {
  return isUrl(endpoint) && isLoopbackHost(new URL(endpoint).hostname);
}

function requestOf(url: string, asked: CustomFetchOptions<'POST', unknown>): HttpRequest {
  // SECURITY: E10. The port says who we are.
  const headers = Object.entries(asked.headers).filter(([name]) => name !== 'user-agent');
  const body = String(asked.body);
  const bodyBytes = OUTBOUND_LIMITS.tokenBodyBytes;
  return { method: 'POST', url, headers, body, namedBy: 'server', bodyBytes };
}

/** Statuses to which no body may be given (Fetch standard). */
const BODILESS: readonly number[] = [204, 205, 304];

function responseOf({ outcome }: Exchange): Response {
  if (outcome.kind === 'failure') throw new NoAnswer(outcome.code);
  const { status, headers, body } = outcome.response;
  // The Fetch standard has no answers with another status.
  if (status < 200 || status > 599) throw new NoAnswer(String(status));
  const carried = headers.filter(([, value]) => /^[\t\x20-\x7e\x80-\xff]*$/.test(value));
  return new Response(BODILESS.includes(status) ? null : body, {
    status,
    headers: carried.map(([name, value]) => [name, value]),
  });
}

/** Stands where a request was refused before it left: it has no number, for it was never sent. */
function unsent({ endpoint, step, purpose }: Asking, why: string | null): Exchange {
  const message = why ?? 'The request was not sent.';
  return {
    id: 'unsent',
    step,
    purpose,
    startedAt: 0,
    durationMs: 0,
    request: { method: 'POST', url: endpoint, headers: [], body: null },
    outcome: { kind: 'failure', failure: 'policy', code: 'POLICY_ENDPOINT', message },
  };
}
