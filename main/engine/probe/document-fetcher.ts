import type { Step } from '../../contract/words.ts';
import type { DocumentAttempt, Exchange, Purpose } from '../model/evidence.ts';
import type { HttpRequest } from '../ports.ts';
import type { Address } from './addresses.ts';
import { readDocument } from './document.ts';
import { headerOf } from './header.ts';
import { documentRequest } from './requests.ts';
import type { Send } from './sender.ts';

/** Most redirects followed for one document (safety E4). */
const HOPS = 5;

export type FetchDocument = (
  address: Address,
  kind: { readonly step: Step; readonly purpose: Purpose },
  namedBy: 'user' | 'server',
) => Promise<DocumentAttempt>;

/**
 * Makes the function that fetches metadata documents, each URL once: the same address may be the
 * one that the challenge names and a well-known one as well. Redirects are followed on the same
 * origin only, as the TypeScript and Python SDKs do (AS-23, reference-clients 2.1 step 0).
 */
export function createDocumentFetcher(send: Send): FetchDocument {
  const asked = new Map<string, Promise<readonly Exchange[]>>();
  return async (address, kind, namedBy) => {
    const ask = (url: string) => send(documentRequest(url, namedBy), kind.step, kind.purpose);
    const started = asked.get(address.url) ?? follow(address.url, ask);
    asked.set(address.url, started);
    const exchanges = await started;
    return { ...address, exchanges, ...readDocument(exchanges.at(-1)!) };
  };
}

async function follow(
  start: HttpRequest['url'],
  ask: (url: string) => Promise<Exchange>,
): Promise<readonly Exchange[]> {
  const exchanges = [await ask(start)];
  while (exchanges.length <= HOPS) {
    const next = sameOriginRedirect(exchanges.at(-1)!);
    if (next === null) break;
    exchanges.push(await ask(next));
  }
  return exchanges;
}

/** Where a redirect leads, if it stays on its origin; else null. */
function sameOriginRedirect(exchange: Exchange): string | null {
  if (exchange.outcome.kind === 'failure') return null;
  const { status, headers } = exchange.outcome.response;
  const location = headerOf(headers, 'location');
  const from = exchange.request.url;
  if (status < 300 || status > 399 || location === null || !URL.canParse(location, from))
    return null;
  const to = new URL(location, from);
  return to.origin === new URL(from).origin ? to.href : null;
}
