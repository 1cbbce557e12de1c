import type { SignInWayName } from '../../contract/words.ts';
import type { NavigationEvent } from '../model/navigation-event.ts';
import type { SignInPageOptions, SignInWay } from '../sign-in-ports.ts';

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never;
/** A navigation event as a script writes it; the fake gives it its time. */
export type ScriptedEvent = WithoutTime<NavigationEvent>;

/** What one visit gets to know. */
export interface FakeVisit {
  readonly url: string;
  /** 0 for the first visit of this page. */
  readonly round: number;
  readonly redirectUri: string;
  readonly options: SignInPageOptions;
}
/** What happens at a visit, in order. May be late; what comes after the close is not told. */
export type FakeScript = (
  visit: FakeVisit,
) => readonly ScriptedEvent[] | Promise<readonly ScriptedEvent[]>;

export interface FakeSignInWayOptions {
  readonly name?: SignInWayName;
  /** What the way makes of the redirect URI; left as it is if left out. */
  readonly redirectUri?: (asked: string) => string;
  /** Thrown by `open`. */
  readonly failure?: Error;
  /** Milliseconds between two events. */
  readonly pace?: number;
}

/** A way that shows nothing and says what a script says, with what was asked of it. */
export interface FakeSignInWay extends SignInWay {
  readonly opened: readonly SignInPageOptions[];
  readonly visited: readonly string[];
  readonly told: readonly { readonly title: string; readonly text: string }[];
  /** Pages that were opened and not closed. */
  readonly openPages: number;
  /** Closes the page that was opened last, as its user does. */
  closeAsUser(): void;
}

/**
 * @param script what happens at each visit
 * @param settings name, redirect URI and failure
 */
export function createFakeSignInWay(
  script: FakeScript,
  settings: FakeSignInWayOptions = {},
): FakeSignInWay {
  const log = { opened: [] as SignInPageOptions[], visited: [] as string[] };
  const told: { title: string; text: string }[] = [];
  const open = new Set<FakePage>();
  let last: FakePage | null = null;
  return {
    name: settings.name ?? 'isolated',
    ...log,
    told,
    get openPages() {
      return open.size;
    },
    closeAsUser: () => last?.end('user'),
    open: async (options) => {
      if (options.signal.aborted) throw new Error('aborted');
      if (settings.failure !== undefined) throw settings.failure;
      log.opened.push(options);
      const page = createPage(script, settings, options);
      last = page;
      open.add(page);
      page.onEnd(() => open.delete(page));
      return {
        redirectUri: page.redirectUri,
        go: async (url) => {
          log.visited.push(url);
          await page.visit(url);
        },
        tell: async (title, text) => void told.push({ title, text }),
        close: async () => page.end('us'),
      };
    },
  };
}

interface FakePage {
  readonly redirectUri: string;
  readonly visit: (url: string) => Promise<void>;
  readonly end: (by: 'user' | 'us') => void;
  readonly onEnd: (listener: () => void) => void;
}

function createPage(
  script: FakeScript,
  { redirectUri = (asked) => asked, pace = 10 }: FakeSignInWayOptions,
  options: SignInPageOptions,
): FakePage {
  const caught = redirectUri(options.redirectUri);
  const onEnd: (() => void)[] = [];
  let at = 0;
  let round = 0;
  let over = false;
  const tell = (event: ScriptedEvent) => {
    at += pace;
    if (!over) options.onEvent({ ...event, at } as NavigationEvent);
  };
  const end = (by: 'user' | 'us') => {
    tell({ kind: 'closed', by });
    over = true;
    for (const listener of onEnd.splice(0)) listener();
  };
  options.signal.addEventListener('abort', () => end('us'), { once: true });
  return {
    redirectUri: caught,
    end,
    onEnd: (listener) => void onEnd.push(listener),
    visit: async (url) => {
      const visit = { url, round, redirectUri: caught, options };
      round += 1;
      for (const event of await script(visit)) tell(event);
    },
  };
}
