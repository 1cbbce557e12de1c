import type { Exchange } from '../../model/evidence.ts';
import type { NavigationEvent } from '../../model/navigation-event.ts';
import { redactText } from '../../redact/text.ts';
import { learnFrom, learnFromForm, learnFromUrl } from './learn-from.ts';
import { plainUrl } from './plain-url.ts';
import type { SecretKeeper } from './secret-keeper.ts';

/** An exchange as evidence: every secret of the sign-in is a tag (safety F1). */
export function recordExchange(exchange: Exchange, keeper: SecretKeeper): Exchange {
  learnFrom(exchange, keeper);
  return keeper.hideAll(exchange);
}

/**
 * An event of the window as evidence. Of an address the parameters of OAuth stay; every other value
 * is a tag, because a provider puts there who signs in. A title may name that person, too.
 * @see safety F1, D2
 */
export function recordEvent(event: NavigationEvent, keeper: SecretKeeper): NavigationEvent {
  if ('url' in event) learnFromUrl(event.url, keeper);
  if (event.kind === 'callback') learnFromForm(event.body ?? '', keeper);
  return RECORDS[event.kind](event as never, keeper);
}

type Kind = NavigationEvent['kind'];
type Of<K extends Kind> = Extract<NavigationEvent, { kind: K }>;
type Record_ = { readonly [K in Kind]: (event: Of<K>, keeper: SecretKeeper) => NavigationEvent };

const withUrl = <E extends NavigationEvent & { readonly url: string }>(
  event: E,
  keeper: SecretKeeper,
): E => ({ ...event, url: plainUrl(event.url, keeper) });
const asIs = <E>(event: E): E => event;
/** A mail address names who signs in. Bounded on both sides, so that it takes linear time (H7). */
const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
const spoken = (text: string, keeper: SecretKeeper) =>
  redactText(keeper.hide(text).replace(MAIL, (mail) => keeper.standFor(mail)));

const RECORDS: Record_ = {
  request: (event, keeper) => ({
    ...withUrl(event, keeper),
    redirectedBy: event.redirectedBy && withUrlOf(event.redirectedBy, keeper),
  }),
  response: (event, keeper) => ({
    ...withUrl(event, keeper),
    headers: event.headers.map(([name, value]) =>
      name.toLowerCase() === 'location'
        ? [name, locationOf(value, keeper)]
        : [name, keeper.hide(value)],
    ),
  }),
  commit: withUrl,
  rest: (event, keeper) => ({
    ...withUrl(event, keeper),
    title: spoken(event.title, keeper),
    says: spoken(event.says, keeper),
  }),
  failed: withUrl,
  download: (event, keeper) => ({
    ...withUrl(event, keeper),
    fileName: spoken(event.fileName, keeper),
  }),
  popup: withUrl,
  console: (event, keeper) => ({ ...event, text: spoken(event.text, keeper) }),
  certificate: withUrl,
  passkey: withUrl,
  callback: (event, keeper) => ({
    ...withUrl(event, keeper),
    body: event.body === null ? null : keeper.hide(event.body),
  }),
  scheme: withUrl,
  crashed: asIs,
  closed: asIs,
  quiet: asIs,
};

function withUrlOf<T extends { readonly url: string }>(one: T, keeper: SecretKeeper): T {
  return { ...one, url: plainUrl(one.url, keeper) };
}

function locationOf(value: string, keeper: SecretKeeper): string {
  learnFromUrl(value, keeper);
  return plainUrl(value, keeper);
}
