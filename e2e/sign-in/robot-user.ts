import { setTimeout as sleep } from 'node:timers/promises';
import { PAGE_SCRIPT } from './robot-page-script.ts';

/** The DevTools protocol of one page, as Playwright's CDP session and a CdpPort have it. */
export interface RobotPage {
  send(method: string, params?: object): Promise<unknown>;
}

export interface RobotOptions {
  /** After so many presses the robot has had enough of a sign-in. */
  readonly patience?: number;
}

export interface Robot {
  /** What it pressed, in order, by the words on it; once for each page. */
  readonly pressed: readonly string[];
  /** Nothing is pressed after this. */
  stop(): Promise<void>;
}

/** What the robot sees that it could press. */
interface Sight {
  /** Differs from document to document. */
  readonly document: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const PATIENCE = 12;
/** A person is slower; a test need not be. */
const LOOK_MS = 60;
/** A button that leads nowhere is pressed again after this time, as people do, and not a third time. */
const AGAIN_MS = 1_500;
const TIMES = 2;

/**
 * A user who agrees to everything: fills in whatever a sign-in asks for with made-up words, and
 * presses what lets the client in. It presses with the mouse, so that pages see a real user, and
 * gives up by itself when the page is gone.
 * @param page the page that is signed in on
 * @param options how long it goes on
 */
export function startRobotUser(page: RobotPage, { patience = PATIENCE }: RobotOptions = {}): Robot {
  const pressed: string[] = [];
  const stopping = new AbortController();
  let last = { document: 0, times: 0, at: 0 };

  const isNew = ({ document }: Sight): boolean => {
    if (document !== last.document) return true;
    return last.times < TIMES && Date.now() - last.at > AGAIN_MS;
  };
  const step = async (): Promise<boolean> => {
    const sight = await look(page);
    if (sight === null || stopping.signal.aborted || !isNew(sight)) return false;
    const times = sight.document === last.document ? last.times + 1 : 1;
    last = { document: sight.document, times, at: Date.now() };
    // Pressed again on a slow machine, it is still one step of the sign-in.
    if (times === 1) pressed.push(sight.text);
    await press(page, sight);
    return true;
  };
  const walk = async (): Promise<void> => {
    for (let left = patience; left > 0 && !stopping.signal.aborted;) {
      if (await step()) left -= 1;
      await aMoment(stopping.signal);
    }
  };
  const walked = walk();
  const stop = async (): Promise<void> => {
    stopping.abort();
    // A page that never comes never answers, and nothing is pressed after the look.
    await Promise.race([walked, sleep(LOOK_MS)]);
  };
  return { pressed, stop };
}

/** Fills in the fields and finds what to press; null between two pages. */
async function look(page: RobotPage): Promise<Sight | null> {
  const evaluate = { expression: PAGE_SCRIPT, returnByValue: true, timeout: 1_000 };
  try {
    const answer = (await page.send('Runtime.evaluate', evaluate)) as {
      readonly result?: { readonly value?: Sight | null };
    };
    return answer.result?.value ?? null;
  } catch {
    return null;
  }
}

/** As a hand does it: the pointer is there, the button goes down and up. */
async function press(page: RobotPage, { x, y }: Sight): Promise<void> {
  const at = { x, y, button: 'left', clickCount: 1 };
  try {
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) {
      await page.send('Input.dispatchMouseEvent', { ...at, type });
    }
  } catch {
    // The page went away under the finger.
  }
}

function aMoment(signal: AbortSignal): Promise<void> {
  return sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
}
