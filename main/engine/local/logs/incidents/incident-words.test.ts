import { describe, expect, it } from 'vitest';
import { INCIDENT_ENDS } from '../../../../contract/words.ts';
import { CODE_LOG, eventAt } from '../../../testing/story-events.ts';
import { sampleIncident } from '../../../testing/sample-log.ts';
import type { Incident } from '../../../model/log-evidence.ts';
import { incidentWords } from './incident-words.ts';
import { toIncidents } from './to-incidents.ts';
import type { StoryEvent } from './story.ts';

const format = (ms: number): string => `at ${String(ms / 1000)} s`;

function wordsOf(...events: readonly StoryEvent[]): string {
  const [incident] = toIncidents(events, CODE_LOG);
  return incident === undefined ? '' : incidentWords(incident, format);
}

const F83 = { code: 'F83', step: 'call' } as const;
const F40 = { code: 'F40', step: 'registration' } as const;

describe('incidentWords', () => {
  it('tells the login that starts again', () => {
    const login = (at: number): readonly StoryEvent[] => [
      eventAt(at, 'started'),
      eventAt(at + 1, 'browser'),
      eventAt(at + 9, 'returned'),
      eventAt(at + 10, 'needs-sign-in', F83),
    ];
    expect(wordsOf(...[0, 40, 80].flatMap(login))).toBe(
      'Claude Code has started the sign-in 3 times since at 0 s, about every 40 s, the last time at 90 s, and each time the server wants a new one (F83).',
    );
  });

  it('tells the same error since Tuesday', () => {
    const failure = (at: number) => [eventAt(at, 'started'), eventAt(at + 1, 'failed', F40)];
    expect(wordsOf(...[0, 7200, 14_400].flatMap(failure))).toBe(
      'Claude Code has tried to connect 3 times since at 0 s, about every 2 h, the last time at 14401 s, and each time it failed at “registration” (F40).',
    );
  });

  it('tells one attempt', () => {
    const one = (...kinds: readonly StoryEvent['kind'][]) =>
      wordsOf(...kinds.map((kind, at) => eventAt(at, kind)));
    expect(one('started', 'connected')).toBe(
      'Claude Code tried to connect, at 0 s, and it connected.',
    );
    expect(one('started', 'needs-sign-in')).toBe(
      'Claude Code tried to connect, at 0 s, and the server wants a sign-in.',
    );
    expect(one('started', 'browser', 'needs-sign-in')).toBe(
      'Claude Code started the sign-in, at 0 s, and it waits for somebody to come back from the page.',
    );
    expect(one('started', 'browser', 'returned', 'needs-sign-in')).toBe(
      'Claude Code started the sign-in, at 0 s, and the server wants a new one.',
    );
    expect(one('started', 'browser')).toBe(
      'Claude Code started the sign-in, at 0 s, and its log does not say that anybody came back from the page.',
    );
  });

  it('leaves out what the log does not say', () => {
    expect(incidentWords(sampleIncident({ first: null, last: null }), format)).toBe(
      'Claude Code tried to connect, and it failed at “registration” (F40).',
    );
  });

  it('is one sentence for every client and every ending', () => {
    const incidents = INCIDENT_ENDS.flatMap((ended) =>
      (['claude-desktop-stdio', 'claude-desktop-code', 'mcp-remote'] as const).flatMap((client) =>
        (['attempt', 'loop'] as const).map((kind): Incident =>
          sampleIncident({ ended, client, kind, rounds: 4, periodSeconds: 0, code: null }),
        ),
      ),
    );
    for (const incident of incidents)
      expect(incidentWords(incident, format)).toMatch(/^[A-Zm][^.!?]*\.$/);
  });
});
