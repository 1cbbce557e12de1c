import { isUrl } from '../../contract/is-url.ts';
import type {
  HostFacts,
  Http,
  HttpOptions,
  HttpOutcome,
  HttpRequest,
  HttpSession,
} from '../ports.ts';
import { classifyAddress, literalAddress } from '../safety/address-class.ts';
import { OUTBOUND_LIMITS } from '../safety/outbound-limits.ts';
import { judgeAddresses, judgeUrl } from '../safety/outbound-policy.ts';
import { portOf } from '../safety/url-locality.ts';
import { answerFailure, answerJson, type FakeHang } from './fake-answers.ts';

export type FakeAnswer = HttpOutcome | FakeHang;
/** An answer, answers in turn (the last one stays), or a function of the request. */
export type FakeRoute =
  FakeAnswer | readonly FakeAnswer[] | ((request: HttpRequest, before: number) => FakeAnswer);
/** By `METHOD URL`, for example `GET https://mcp.example.com/mcp`. */
export type FakeRoutes = Readonly<Record<string, FakeRoute>>;

export interface FakeHttpOptions {
  readonly routes?: FakeRoutes;
  /** Addresses of host names, for the outbound policy; a name that is not listed is public. */
  readonly addresses?: Readonly<Record<string, readonly string[]>>;
}

export interface FakeHttp extends Http {
  /** Every request that was sent, in order; one that the policy refused is not among them. */
  readonly requests: readonly HttpRequest[];
  /** What every session was opened with, in order. */
  readonly opened: readonly HttpOptions[];
  /** Sessions that were opened and not closed. */
  readonly openSessions: number;
}

type Hosts = Readonly<Record<string, readonly string[]>>;
type Answer = (request: HttpRequest) => FakeAnswer;

/**
 * The Http port over a table. Knows the outbound policy and the body cap as the real port does;
 * has no timers, so nothing times out by itself. A URL that is not listed answers 404 with JSON.
 */
export function createFakeHttp({ routes = {}, addresses = {} }: FakeHttpOptions = {}): FakeHttp {
  const requests: HttpRequest[] = [];
  const opened: HttpOptions[] = [];
  const closers = new Set<AbortController>();
  const hosts: Hosts = { localhost: ['127.0.0.1', '::1'], ...addresses };
  const answer = answerFrom(routes, requests);
  return {
    requests,
    opened,
    get openSessions() {
      return closers.size;
    },
    open(options) {
      opened.push(options);
      const closer = new AbortController();
      closers.add(closer);
      return {
        send: fakeSend(options, hosts, answer, closer.signal),
        inspect: (url) => Promise.resolve(fakeFacts(url, hosts)),
        close() {
          closers.delete(closer);
          closer.abort();
        },
      };
    },
  };
}

function fakeSend(
  options: HttpOptions,
  hosts: Hosts,
  answer: Answer,
  closed: AbortSignal,
): HttpSession['send'] {
  return async (request, signal) => {
    const stop = AbortSignal.any([signal, closed]);
    if (stop.aborted) return cancelled();
    const refused = refusalOf(request, options, hosts);
    if (refused !== null) return refused;
    const found = answer(request);
    const outcome = found.kind === 'hang' ? await unlessStopped(found, stop) : found;
    return capped(outcome, request.bodyBytes);
  };
}

/** Without a table entry a name leads to one public address, and TLS is in order. */
function fakeFacts(url: string, hosts: Hosts): HostFacts {
  const { hostname, protocol } = new URL(url);
  const addresses = addressesOf(url, hosts);
  const known = addresses.length > 0 ? addresses : ['93.184.216.34'];
  return {
    host: hostname,
    port: portOf(new URL(url)),
    addresses: known.map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
      class: classifyAddress(address).class,
    })),
    mapped: false,
    dnsFailure: null,
    tls:
      protocol === 'https:'
        ? { protocol: 'TLSv1.3', sent: [], trustedBy: 'bundled', failure: null }
        : null,
  };
}

function refusalOf(request: HttpRequest, options: HttpOptions, hosts: Hosts): HttpOutcome | null {
  const judged = judgeUrl(request.url);
  if (!judged.allowed) {
    return answerFailure('policy', judged.refusal.code, judged.refusal.reason);
  }
  const own = addressesOf(options.userUrl, hosts);
  const refusal = judgeAddresses(addressesOf(request.url, hosts), request.namedBy, own);
  return refusal === null ? null : answerFailure('policy', refusal.code, refusal.reason);
}

/** No address stands for a public one. */
function addressesOf(url: string, hosts: Hosts): readonly string[] {
  if (!isUrl(url)) return [];
  const { hostname } = new URL(url);
  const literal = literalAddress(hostname);
  return literal === null ? (hosts[hostname] ?? []) : [literal];
}

function answerFrom(routes: FakeRoutes, requests: HttpRequest[]): Answer {
  const table = new Map(Object.entries(routes).map(([key, route]) => [normalKey(key), route]));
  const served = new Map<string, number>();
  return (request) => {
    requests.push(request);
    const key = normalKey(`${request.method} ${request.url}`);
    const before = served.get(key) ?? 0;
    served.set(key, before + 1);
    return pick(table.get(key), request, before);
  };
}

function pick(route: FakeRoute | undefined, request: HttpRequest, before: number): FakeAnswer {
  if (route === undefined) return answerJson({ error: 'not_found' }, 404);
  if (typeof route === 'function') return route(request, before);
  if ('kind' in route) return route;
  const turn = route[Math.min(before, route.length - 1)];
  return turn ?? answerJson({ error: 'not_found' }, 404);
}

/** Spelled as the wire would have it: normalised URL, no fragment. */
function normalKey(key: string): string {
  const space = key.indexOf(' ');
  const url = new URL(key.slice(space + 1));
  url.hash = '';
  return `${key.slice(0, space)} ${url.href}`;
}

function unlessStopped(gate: FakeHang, stop: AbortSignal): Promise<HttpOutcome> {
  return new Promise((resolve) => {
    stop.addEventListener('abort', () => resolve(cancelled()), { once: true });
    void gate.released.then(resolve);
  });
}

function capped(outcome: HttpOutcome, wanted: number = OUTBOUND_LIMITS.bodyBytes): HttpOutcome {
  const limit = Math.min(wanted, OUTBOUND_LIMITS.bodyBytes);
  if (outcome.kind === 'failure') return outcome;
  const bytes = new TextEncoder().encode(outcome.response.body);
  if (bytes.length <= limit) return outcome;
  const body = new TextDecoder().decode(bytes.slice(0, limit));
  return { kind: 'response', response: { ...outcome.response, body, truncated: true } };
}

function cancelled(): HttpOutcome {
  return answerFailure('cancelled', 'ABORT_ERR', 'The request was cancelled');
}
