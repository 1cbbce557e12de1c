import { describe, expect, it } from 'vitest';
import { eventAt } from '../../../testing/story-events.ts';
import { sampleLog } from '../../../testing/sample-log.ts';
import type { LogFile } from '../../../model/log-evidence.ts';
import { joinIncidents } from './join-incidents.ts';
import type { StoryEvent } from './story.ts';
import { toIncidents } from './to-incidents.ts';

const FAILURE = { code: 'F40', step: 'registration' } as const;

function logOf(file: string, changes: Partial<LogFile>, ...events: readonly StoryEvent[]): LogFile {
  const source = { client: 'claude-code', server: 'acme', file, ...changes } as const;
  return sampleLog({ file, ...changes, incidents: toIncidents(events, source) });
}

describe('joinIncidents', () => {
  it('makes one loop of the runs that Claude Code writes into a file each', () => {
    const logs = [2, 0, 1].map((run) =>
      logOf(
        `${run}.jsonl`,
        {},
        eventAt(run * 60, 'started'),
        eventAt(run * 60 + 1, 'failed', FAILURE),
      ),
    );
    expect(joinIncidents(logs)).toMatchObject([
      { kind: 'loop', rounds: 3, periodSeconds: 60, first: 0, last: 121_000, file: '2.jsonl' },
    ]);
  });

  it('adds the rounds of loops that stand in several files', () => {
    const loop = (from: number): readonly StoryEvent[] =>
      [0, 30, 60].flatMap((at) => [
        eventAt(from + at, 'started'),
        eventAt(from + at + 1, 'failed', FAILURE),
      ]);
    const logs = [logOf('1.jsonl', {}, ...loop(0)), logOf('2.jsonl', {}, ...loop(900))];
    expect(joinIncidents(logs)).toMatchObject([{ kind: 'loop', rounds: 6, periodSeconds: 30 }]);
  });

  it('tells a sign-in in one file and what the next run made of it as one', () => {
    const logs = [
      logOf('1.jsonl', {}, eventAt(0, 'browser')),
      logOf('2.jsonl', {}, eventAt(9, 'started'), eventAt(10, 'connected')),
    ];
    expect(joinIncidents(logs)).toMatchObject([
      { kind: 'attempt', ended: 'connected', first: 0, events: { length: 3 } },
    ]);
  });

  describe('with the debug text of the same run', () => {
    const events = [eventAt(0, 'started'), eventAt(1, 'failed', FAILURE)];
    const debug = { format: 'code-debug', server: null } as const;

    it('leaves out what the file of the server tells as well', () => {
      const logs = [logOf('1.jsonl', {}, ...events), logOf('s.txt', debug, ...events)];
      expect(joinIncidents(logs)).toMatchObject([{ file: '1.jsonl', rounds: 1 }]);
    });

    it('keeps an attempt of another time', () => {
      const later = [eventAt(90, 'started'), eventAt(91, 'failed', FAILURE)];
      const logs = [logOf('1.jsonl', {}, ...events), logOf('s.txt', debug, ...later)];
      expect(joinIncidents(logs)).toMatchObject([{ file: '1.jsonl' }, { file: 's.txt' }]);
    });

    it('keeps one that ended otherwise', () => {
      const other = [eventAt(0, 'started'), eventAt(1, 'connected')];
      const logs = [logOf('1.jsonl', {}, ...events), logOf('s.txt', debug, ...other)];
      expect(joinIncidents(logs).length).toBe(2);
    });

    it('keeps everything where there is no other file', () => {
      expect(joinIncidents([logOf('s.txt', debug, ...events)])).toMatchObject([{ file: 's.txt' }]);
    });
  });

  it('leaves files apart in which other clients tell the same story twice', () => {
    const desktop = { client: 'claude-desktop-stdio', format: 'desktop-server' } as const;
    const events = [eventAt(0, 'started'), eventAt(1, 'failed', FAILURE)];
    const logs = ['mcp.log', 'mcp-server-acme.log'].map((file) => logOf(file, desktop, ...events));
    expect(joinIncidents(logs)).toMatchObject([{ rounds: 1 }, { rounds: 1 }]);
  });
});
