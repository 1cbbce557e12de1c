import { createSender } from '../../main/engine/probe/sender.ts';
import type { Exchange } from '../../main/engine/model/evidence.ts';
import { nodeClock } from '../../main/platform/clock.ts';
import { createHttp } from '../../main/platform/http/create-http.ts';
import { followBack } from './follow-back.ts';
import { StrictClient, type StrictClientOptions } from './strict-client.ts';

/** Caught before anything is sent to it; nobody listens there. */
const REDIRECT = 'http://127.0.0.1:49731/callback';
/** The address that the suite expects of a client with a document; nobody fetches it. */
const DOCUMENT = 'https://conformance-test.local/client-metadata.json';

/** The strict client on the real HTTP port, with every exchange that it made. */
export function openStrictClient(
  options: Pick<StrictClientOptions, 'url' | 'era' | 'given'> & Partial<StrictClientOptions>,
) {
  const session = createHttp().open({ userUrl: options.url, connectTo: [], ca: null });
  const exchanges: Exchange[] = [];
  const send = createSender({
    session,
    clock: nodeClock,
    signal: new AbortController().signal,
    onExchange: (exchange) => void exchanges.push(exchange),
  });
  const client = new StrictClient({
    redirectUri: REDIRECT,
    document: DOCUMENT,
    send,
    clock: nodeClock,
    visit: followBack,
    ...options,
  });
  return { client, exchanges, close: () => session.close() };
}
