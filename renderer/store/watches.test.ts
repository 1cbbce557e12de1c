import { describe, expect, test } from 'vitest';
import { CONNECTED_END, NEWS } from '../testing/sample-watch.ts';
import {
  applyWatchEvent,
  applyWatchStep,
  isWatching,
  keyOfWatch,
  NO_WATCHES,
  type Watches,
  type WatchEvent,
} from './watches.ts';

const KEY = keyOfWatch({ kind: 'server', id: 'acme' });
const TOLD: WatchEvent = { kind: 'news', runId: 'run-1', news: NEWS };
const ENDED: WatchEvent = { kind: 'ended', runId: 'run-1', end: CONNECTED_END };
const error = { code: 'watch-running', params: {} } as const;

const asked = (): Watches => applyWatchStep(NO_WATCHES, { kind: 'asked', key: KEY });
const started = (from = asked()): Watches =>
  applyWatchStep(from, { kind: 'started', key: KEY, runId: 'run-1' });
const events = (state: Watches, ...all: readonly WatchEvent[]) =>
  all.reduce(applyWatchEvent, state);

describe('the watches of a window', () => {
  test('one goes from asked over its news to its end', () => {
    expect(isWatching(started().runs[KEY])).toBe(true);
    const done = events(started(), TOLD, TOLD, ENDED).runs[KEY];
    expect(done).toMatchObject({ phase: 'ended', end: CONNECTED_END, news: [NEWS, NEWS] });
    expect(isWatching(done)).toBe(false);
  });

  test('events that come before it is named are not lost', () => {
    const early = events(asked(), TOLD, ENDED);
    expect(early.runs[KEY]?.phase).toBe('starting');
    expect(started(early)).toMatchObject({ early: [], runs: { [KEY]: { phase: 'ended' } } });
  });

  test('what comes after its end changes nothing', () => {
    const done = events(started(), ENDED);
    expect(events(done, TOLD)).toEqual(done);
  });

  test('a refusal is kept, and asking again begins anew', () => {
    const refused = applyWatchStep(asked(), { kind: 'refused', key: KEY, error });
    expect(refused.runs[KEY]).toMatchObject({ phase: 'failed', error });
    expect(applyWatchStep(refused, { kind: 'asked', key: KEY }).runs[KEY]?.error).toBeNull();
  });

  test('of very many lines the newest five hundred are kept', () => {
    const many = Array.from({ length: 700 }, (_, at) => ({
      ...TOLD,
      news: { ...NEWS, text: `line ${at}` },
    }));
    const { news } = events(started(), ...many).runs[KEY] ?? { news: [] };
    expect([news.length, news[0]?.text]).toEqual([500, 'line 200']);
  });

  test('stopping is asked for once it runs, and steps of others change nothing', () => {
    const stopping = { kind: 'stopping', key: KEY } as const;
    expect(applyWatchStep(asked(), stopping).runs[KEY]?.stopping).toBe(false);
    expect(applyWatchStep(started(), stopping).runs[KEY]?.stopping).toBe(true);
    expect(applyWatchStep(NO_WATCHES, stopping)).toBe(NO_WATCHES);
  });
});
