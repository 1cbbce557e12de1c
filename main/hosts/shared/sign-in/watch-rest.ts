/** Time without a document request after which a loaded page is at rest (NavigationEvent). */
const REST_MS = 500;
/** A page that never finishes loading is looked at all the same. */
const LATE_MS = 5000;
/** So often an empty page that still fetches something is given another half second. */
const PATIENCE = 10;
const MOST_LOADS = 1000;

export interface RestOptions {
  readonly after: (ms: number, callback: () => void) => () => void;
  /** Looks at the page and tells of it, unless it is empty and `patient`. True when told. */
  readonly look: (patient: boolean) => Promise<boolean>;
}

/** Knows when a page has come to rest. */
export interface RestWatch {
  /** The top frame shows a new page. */
  committed(): void;
  /** The top frame shows an error page of the browser: nothing to look at. */
  broke(): void;
  loaded(): void;
  /** A document is asked for. */
  busy(): void;
  /** The wait for a document ended without a new page, or the page changed by itself. */
  idle(): void;
  /** A part of the page is fetched; and its end. */
  began(id: string): void;
  ended(id: string): void;
  stop(): void;
}

/** @param options timers, and what to do at rest */
export function watchRest({ after, look }: RestOptions): RestWatch {
  let callOff: (() => void) | null = null;
  let state: 'no page' | 'loading' | 'loaded' = 'no page';
  let stopped = false;
  const loads = new Set<string>();
  const wait = (ms: number, tries: number) => {
    callOff?.();
    callOff = stopped ? null : after(ms, () => void arrive(tries));
  };
  const arrive = async (tries: number): Promise<void> => {
    callOff = null;
    const told = await look(loads.size > 0 && tries < PATIENCE);
    // Whatever began meanwhile has set a timer of its own.
    if (!told && callOff === null) wait(REST_MS, tries + 1);
  };
  const idle = () => {
    if (state !== 'no page') wait(state === 'loaded' ? REST_MS : LATE_MS, 0);
  };
  return {
    committed: () => {
      state = 'loading';
      loads.clear();
      idle();
    },
    broke: () => {
      state = 'no page';
      callOff?.();
      callOff = null;
    },
    loaded: () => {
      if (state === 'loading') state = 'loaded';
      idle();
    },
    busy: () => {
      callOff?.();
      callOff = null;
    },
    idle,
    began: (id) => void (loads.size < MOST_LOADS && loads.add(id)),
    ended: (id) => void loads.delete(id),
    stop: () => {
      stopped = true;
      callOff?.();
      callOff = null;
    },
  };
}
