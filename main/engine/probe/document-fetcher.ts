import type { Step } from '../../contract/words.ts';
import type { DocumentAttempt, Exchange, Purpose } from '../model/evidence.ts';
import type { Address } from './addresses.ts';
import { readDocument } from './document.ts';
import { followRedirects } from './follow-redirects.ts';
import { documentRequest } from './requests.ts';
import type { Send } from './sender.ts';

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
    const started = asked.get(address.url) ?? followRedirects(address.url, ask);
    asked.set(address.url, started);
    const exchanges = await started;
    return { ...address, exchanges, ...readDocument(exchanges.at(-1)!) };
  };
}
