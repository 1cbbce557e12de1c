import type { NavigationEnding } from '../../model/navigation-ending.ts';
import type { PageParts } from '../../model/navigation-event.ts';
import { addressOf } from './address.ts';
import { NO_HOPS, type Hops } from './circles.ts';

export interface NavigationOptions {
  readonly redirectUri: string;
  readonly authorizeUrl: string;
}

/** Something that was seen: which event it was, at which address, with a short text of it. */
export interface Mark {
  readonly index: number;
  readonly address: string;
  readonly text: string;
}

/** The answer to the last document request of the window. */
export interface Answered extends Mark {
  readonly status: number;
  readonly isAttachment: boolean;
  /** Cross-Origin-Opener-Policy that cuts the opener off. */
  readonly cutsOpener: boolean;
  readonly server: string;
}

/** A page that has come to rest. `text` is what it says of itself. */
export interface Rested extends Mark {
  readonly at: number;
  readonly isEmpty: boolean;
  readonly title: string;
  readonly has: PageParts;
}

/** What can happen to a page besides being shown. All but the decisive ones end with the next page. */
export type Trouble =
  | 'failed'
  | 'download'
  | 'popup'
  | 'form-action'
  | 'frame'
  | 'opener'
  | 'script'
  | 'passkey'
  | 'certificate'
  | 'scheme'
  | 'embedded'
  | 'circle'
  | 'crashed'
  | 'closed';

/**
 * What is remembered of a window: the last of each, never a list that grows. 10,000 events leave it
 * as small as ten.
 */
export interface NavigationState {
  /** How many events came. */
  readonly count: number;
  /** Where it was to begin and to end, without query. */
  readonly begin: string;
  readonly goal: string;
  readonly asked: Mark | null;
  /** The last request is still without an answer. */
  readonly isPending: boolean;
  readonly answered: Answered | null;
  /** The page in the window; null as long as there is only about:blank. */
  readonly shown: Mark | null;
  readonly rested: Rested | null;
  readonly troubles: Readonly<Partial<Record<Trouble, Mark>>>;
  readonly hops: Hops;
  readonly decided: NavigationEnding | null;
  /** It came back: nothing after it counts. */
  readonly isBack: boolean;
}

/** A window before its first event. */
export function startNavigation(options: NavigationOptions): NavigationState {
  return {
    count: 0,
    begin: addressOf(options.authorizeUrl),
    goal: addressOf(options.redirectUri),
    asked: null,
    isPending: false,
    answered: null,
    shown: null,
    rested: null,
    troubles: {},
    hops: NO_HOPS,
    decided: null,
    isBack: false,
  };
}

/** May the user do something on the page that is there? */
export function canAct({ rested }: NavigationState): boolean {
  return rested !== null && (rested.has.password || rested.has.form || rested.has.button);
}

/** Is the user asked for a password? Then nothing but the user ends the visit. */
export function asksPassword({ rested }: NavigationState): boolean {
  return rested?.has.password ?? false;
}

/** The hop at which the window is: the last that was asked for, or where it was sent. */
export function hopOf(state: NavigationState): string {
  return state.asked?.address ?? state.shown?.address ?? state.begin;
}
