import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOG_EVENTS, type Incident } from '../../../model/log-evidence.ts';
import { CODE_LOG, eventAt } from '../../../testing/story-events.ts';
import { stepIncident } from './step-incident.ts';
import { EVENT_LIMIT, type StoryEvent } from './story.ts';
import { toIncidents } from './to-incidents.ts';

const F26 = { code: 'F26', step: 'resource-metadata' } as const;
const DAY = 24 * 3600;

function told(...events: readonly StoryEvent[]) {
  return toIncidents(events, CODE_LOG).map(({ kind, rounds, ended, code }) => ({
    kind,
    rounds,
    ended,
    code,
  }));
}

describe('toIncidents', () => {
  it('tells nothing where nothing happened', () => {
    expect(toIncidents([], CODE_LOG)).toEqual([]);
  });

  it('tells a sign-in that goes well as one attempt', () => {
    const kinds = ['started', 'asked', 'discovered', 'registered', 'browser'] as const;
    const after = ['returned', 'signed-in', 'connected', 'closed'] as const;
    const events = [...kinds, ...after].map((kind, at) => eventAt(at, kind));
    const [incident, ...rest] = toIncidents(events, CODE_LOG);
    expect(rest).toEqual([]);
    expect(incident).toMatchObject({ kind: 'attempt', ended: 'connected', step: 'call', first: 0 });
    expect(incident?.events.map(({ kind }) => kind)).toEqual([...kinds, ...after]);
  });

  it('goes on with the same attempt where a client connects anew after the sign-in', () => {
    const session = 'a';
    expect(
      told(
        eventAt(0, 'started', { session }),
        eventAt(1, 'needs-sign-in', { session }),
        eventAt(5, 'browser', { session }),
        eventAt(40, 'started', { session }),
        eventAt(41, 'connected', { session }),
      ),
    ).toEqual([{ kind: 'attempt', rounds: 1, ended: 'connected', code: null }]);
  });

  it('puts a sign-in together with the run after it, which says what became of it', () => {
    const [one, two] = ['a', 'b'].map((session) => ({ session }));
    expect(
      told(
        eventAt(0, 'browser', one),
        eventAt(30, 'started', two),
        eventAt(31, 'failed', { ...two, code: 'F83', step: 'call' }),
        eventAt(31, 'needs-sign-in', two),
      ),
    ).toEqual([{ kind: 'attempt', rounds: 1, ended: 'needs-sign-in', code: 'F83' }]);
  });

  it('shows a login that starts again from its second time on', () => {
    const login = (at: number): readonly StoryEvent[] => [
      eventAt(at, 'started'),
      eventAt(at + 1, 'browser'),
      eventAt(at + 9, 'signed-in'),
      eventAt(at + 10, 'needs-sign-in', { code: 'F83', step: 'call' }),
    ];
    expect(told(...login(0))).toMatchObject([{ kind: 'attempt' }]);
    expect(told(...login(0), ...login(40))).toEqual([
      { kind: 'loop', rounds: 2, ended: 'needs-sign-in', code: 'F83' },
    ]);
  });

  it('does not call two failures a loop, and three one', () => {
    const failure = (at: number) => [eventAt(at, 'started'), eventAt(at + 1, 'failed', F26)];
    expect(told(...failure(0), ...failure(40))).toMatchObject([
      { kind: 'attempt' },
      { kind: 'attempt' },
    ]);
    const [loop] = toIncidents([0, 40, 81].flatMap(failure), CODE_LOG);
    expect(loop).toMatchObject({ kind: 'loop', rounds: 3, periodSeconds: 40, first: 0 });
    expect(loop?.last).toBe(82_000);
  });

  it('makes the same error since Tuesday one incident, whatever else was merely begun', () => {
    const days = [0, 1, 2, 3, 4].flatMap((day) => [
      eventAt(day * DAY, 'started'),
      eventAt(day * DAY + 1, 'failed', F26),
      eventAt(day * DAY + 3600, 'started'),
      eventAt(day * DAY + 3601, 'closed'),
    ]);
    const failed = toIncidents(days, CODE_LOG).filter(({ ended }) => ended === 'failed');
    expect(failed).toMatchObject([
      { kind: 'loop', rounds: 5, first: 0, last: (4 * DAY + 1) * 1000, periodSeconds: DAY },
    ]);
  });

  it('goes on where a client merely asks for a sign-in in between', () => {
    const days = [0, 1, 2].flatMap((day) => [
      eventAt(day * DAY, 'started'),
      eventAt(day * DAY + 1, 'needs-sign-in'),
      eventAt(day * DAY + 60, 'started'),
      eventAt(day * DAY + 61, 'needs-sign-in', { code: 'F83', step: 'call' }),
    ]);
    expect(told(...days).filter(({ code }) => code === 'F83')).toEqual([
      { kind: 'loop', rounds: 3, ended: 'needs-sign-in', code: 'F83' },
    ]);
  });

  it('does not take a token that is renewed for a sign-in', () => {
    const [one, two] = ['a', 'b'].map((session) => ({ session }));
    const renewed = [
      eventAt(30, 'started', two),
      eventAt(31, 'signed-in', two),
      eventAt(32, 'needs-sign-in', { ...two, code: 'F83', step: 'call' }),
    ];
    expect(told(eventAt(0, 'browser', one), ...renewed)).toEqual([
      { kind: 'attempt', rounds: 1, ended: 'needs-sign-in', code: 'F83' },
    ]);
  });

  it('begins anew after a connection, or another failure', () => {
    const failure = (at: number, code: 'F26' | 'F40') => [
      eventAt(at, 'started'),
      eventAt(at + 1, 'failed', { code }),
    ];
    const connected = [eventAt(200, 'started'), eventAt(201, 'connected')];
    expect(
      told(
        ...[0, 40, 80].flatMap((at) => failure(at, 'F26')),
        ...failure(120, 'F40'),
        ...connected,
        ...failure(300, 'F26'),
      ),
    ).toEqual([
      { kind: 'loop', rounds: 3, ended: 'failed', code: 'F26' },
      { kind: 'attempt', rounds: 1, ended: 'failed', code: 'F40' },
      { kind: 'attempt', rounds: 1, ended: 'connected', code: null },
      { kind: 'attempt', rounds: 1, ended: 'failed', code: 'F26' },
    ]);
  });

  it('never calls connections a loop', () => {
    const fine = [0, 40, 80, 120].flatMap((at) => [
      eventAt(at, 'started'),
      eventAt(at + 1, 'connected'),
    ]);
    expect(told(...fine).map(({ kind }) => kind)).toEqual(Array(4).fill('attempt'));
  });

  it('shows a tab that nobody comes back from as a loop', () => {
    const opened = [0, 40, 80].flatMap((at) => [
      eventAt(at, 'started'),
      eventAt(at + 1, 'browser'),
    ]);
    expect(told(...opened)).toEqual([{ kind: 'loop', rounds: 3, ended: 'open', code: null }]);
  });

  it('forgets what was overcome: a page that did not open, and was signed in at nevertheless', () => {
    expect(
      told(
        eventAt(0, 'started'),
        eventAt(1, 'browser', { code: 'F73' }),
        eventAt(9, 'returned'),
        eventAt(10, 'connected'),
      ),
    ).toEqual([{ kind: 'attempt', rounds: 1, ended: 'connected', code: null }]);
  });

  it('keeps two windows apart that write into one file', () => {
    const [one, two] = ['a', 'b'].map((session) => ({ session }));
    expect(
      told(
        eventAt(0, 'started', one),
        eventAt(1, 'started', two),
        eventAt(2, 'failed', { ...one, ...F26 }),
        eventAt(3, 'connected', two),
      ),
    ).toEqual([
      { kind: 'attempt', rounds: 1, ended: 'failed', code: 'F26' },
      { kind: 'attempt', rounds: 1, ended: 'connected', code: null },
    ]);
  });

  it('keeps servers apart that write into one file', () => {
    const source = { ...CODE_LOG, client: 'claude-desktop-stdio', server: null } as const;
    const events = [
      eventAt(0, 'started', { server: 'acme' }),
      eventAt(0, 'started', { server: 'other' }),
      eventAt(1, 'failed', { server: 'acme', ...F26 }),
      eventAt(2, 'connected', { server: 'other' }),
    ];
    const found = toIncidents(events, source).map(({ server, ended }) => [server, ended]);
    expect(found).toEqual([
      ['acme', 'failed'],
      ['other', 'connected'],
    ]);
  });

  it('takes the start of Claude Desktop and of the mcp-remote that it runs as one', () => {
    expect(
      told(
        eventAt(0, 'started', { signature: 'desktop' }),
        eventAt(null, 'started', { signature: 'remote', session: '54792' }),
        eventAt(null, 'failed', { ...F26, session: '54792' }),
        eventAt(2, 'failed', { signature: 'desktop-disconnected' }),
      ),
    ).toEqual([{ kind: 'attempt', rounds: 1, ended: 'failed', code: 'F26' }]);
  });

  it('takes what comes after a long silence as another story, and a close as none', () => {
    const connected = [eventAt(0, 'started'), eventAt(1, 'connected')];
    expect(told(...connected, eventAt(DAY, 'closed'))).toHaveLength(1);
    expect(told(...connected, eventAt(DAY, 'failed', { code: 'F91' }))).toMatchObject([
      { ended: 'connected' },
      { ended: 'failed', code: 'F91' },
    ]);
  });

  it('does not take a clock that was put back for a silence', () => {
    const [incident] = toIncidents([eventAt(9000, 'started'), eventAt(10, 'failed')], CODE_LOG);
    expect(incident).toMatchObject({ rounds: 1, first: 10_000, last: 9_000_000 });
  });

  it('tells a hundred thousand attempts in a moment and keeps little of them', () => {
    function* many(): Generator<StoryEvent> {
      for (let at = 0; at < 100_000; at++) {
        yield eventAt(at * 2, 'started');
        yield eventAt(at * 2 + 1, 'failed', { code: at % 2 === 0 ? 'F26' : 'F40' });
      }
    }
    expect(toIncidents(many(), CODE_LOG)).toHaveLength(100);
  });
});

const anyEvent = fc
  .tuple(
    fc.option(fc.integer({ min: -1000, max: 10_000 })),
    fc.constantFrom(...LOG_EVENTS),
    fc.constantFrom(null, 'acme', 'other'),
    fc.constantFrom(null, 'a', 'b'),
    fc.constantFrom(null, 'F26', 'F83'),
  )
  .map(([time, kind, server, session, code]) =>
    eventAt(time, kind, { server, session, code } as const),
  );

describe('toIncidents on anything', () => {
  const SHARED = { ...CODE_LOG, server: null };

  it('never throws, and its figures hold together', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 80 }), (events) => {
        expect(toIncidents(events, SHARED).filter((one) => !holdsTogether(one))).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });

  it('counts every attempt once', () => {
    const attempt = fc.constantFrom(
      ...(['failed', 'connected', 'needs-sign-in', 'closed'] as const),
    );
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 90 }), (ends) => {
        const events = ends.flatMap((end, at) => [
          eventAt(at * 9, 'started'),
          eventAt(at * 9 + 1, end),
        ]);
        const rounds = toIncidents(events, CODE_LOG).map((one) => one.rounds);
        expect(rounds.reduce((sum, one) => sum + one, 0)).toBe(ends.length);
      }),
    );
  });

  it('is the same for whoever follows a log step by step, however it was cut', () => {
    const oneRun = anyEvent.map((event) => ({
      ...event,
      server: null,
      session: event.session === null ? null : 'a',
    }));
    fc.assert(
      fc.property(fc.array(fc.array(oneRun, { maxLength: 60 }), { maxLength: 5 }), (chunks) => {
        let open: Incident | null = null;
        let since: StoryEvent[] = [];
        for (const chunk of chunks) {
          for (const event of chunk) {
            open = stepIncident(open, event, CODE_LOG).open;
            since = open.events.length === 1 ? [event] : [...since, event];
          }
          open = JSON.parse(JSON.stringify(open)) as Incident | null;
        }
        expect(open === null ? [] : [withoutSessions(open)]).toEqual(toIncidents(since, CODE_LOG));
      }),
      { numRuns: 1000 },
    );
  });
});

function withoutSessions(incident: Incident): Incident {
  const events = incident.events.map((event) => {
    const { session: _, ...rest } = { session: null, ...event };
    return rest;
  });
  return { ...incident, events };
}

function holdsTogether({ events, first, last, periodSeconds, rounds, kind }: Incident): boolean {
  const isTold = events.length > 0 && events.length <= EVENT_LIMIT;
  const isTimed = (first === null) === (last === null) && (first ?? 0) <= (last ?? 0);
  return isTold && isTimed && (periodSeconds ?? 0) >= 0 && rounds > 1 === (kind === 'loop');
}
