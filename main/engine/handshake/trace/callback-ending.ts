import type { NavigationEnding, NavigationEndingKind } from '../../model/navigation-ending.ts';
import type { NavigationEvent } from '../../model/navigation-event.ts';
import { addressOf } from './address.ts';

type Callback = Extract<NavigationEvent, { kind: 'callback' }>;

interface CallbackRule {
  readonly kind: NavigationEndingKind;
  readonly fits: (event: Callback, error: string | null) => boolean;
  readonly says: (event: Callback) => string;
}

const FORM_LIMIT = 8_192;

/**
 * How it came back, as a table; the first row that fits. How it was sent stands before what was
 * sent, because a client that listens for a GET never reads what a POST says. Which error came is not
 * shown here: whether it may be is known only when `iss` was compared (RFC 9207).
 * SECURITY: D8
 */
const RULES: readonly CallbackRule[] = [
  {
    kind: 'framed-callback',
    fits: ({ frame }) => frame === 'child',
    says: () =>
      'The sign-in came back in a frame of the page and not in the window, where clients wait for it.',
  },
  {
    kind: 'posted-callback',
    fits: ({ method, status, by }) =>
      method === 'POST' && (status === 307 || status === 308 || by === 'redirect'),
    says: ({ status }) =>
      `The sign-in came back by POST, because it was redirected with ${status ?? 'a status that keeps the method'}. Clients accept a GET: 302 or 303 make it one.`,
  },
  {
    kind: 'form-post-callback',
    fits: ({ method }) => method === 'POST',
    says: () =>
      'The sign-in came back by POST from a form of the page (response_mode=form_post), and clients accept a GET.',
  },
  {
    kind: 'error-callback',
    fits: (_event, error) => error !== null,
    says: () => 'The sign-in came back to the client with an error in place of a code.',
  },
  {
    kind: 'script-callback',
    fits: ({ by, status }) => by !== 'redirect' && status === null,
    says: ({ by }) =>
      `The sign-in came back by a ${by === 'form' ? 'form' : 'script'} of its last page, not by a redirect. It works in a browser; listeners that wait for a redirect can miss it.`,
  },
  {
    kind: 'callback',
    fits: () => true,
    says: (event) =>
      valueOf(event, 'code') === null
        ? 'The sign-in came back to the client, and no code came with it.'
        : 'The sign-in came back to the client with a code.',
  },
];

/**
 * The ending of a visit that came to the redirect URI (RFC 6749 §4.1.2, F63, F67, AZ-20).
 * @param index the index of the event
 */
export function callbackEnding(event: Callback, index: number): NavigationEnding {
  const error = valueOf(event, 'error');
  const { kind, says } = RULES.find(({ fits }) => fits(event, error))!;
  return { kind, at: addressOf(event.url), says: says(event), events: [index] };
}

/** From the query, the fragment or the form, in this order; never throws. */
function valueOf({ url, body }: Callback, name: string): string | null {
  const text = url.slice(0, FORM_LIMIT);
  const query = /\?([^#]*)/.exec(text)?.[1] ?? '';
  const fragment = /#(.*)/s.exec(text)?.[1] ?? '';
  return [query, fragment, (body ?? '').slice(0, FORM_LIMIT)]
    .map((form) => new URLSearchParams(form).get(name))
    .reduce((first, one) => first ?? one, null);
}
