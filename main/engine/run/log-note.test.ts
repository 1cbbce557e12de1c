import { expect, test } from 'vitest';
import { sampleIncident, sampleLog } from '../testing/sample-log.ts';
import { logNote } from './log-note.ts';

test.each([
  ['no attempt to connect', {}],
  ['1 attempt, which failed at 2026-11-20 10:00 UTC', { incidents: [sampleIncident()] }],
  [
    '7 attempts; the newest connected (only the newest part)',
    {
      incidents: [
        sampleIncident({ rounds: 6 }),
        sampleIncident({ ended: 'connected', last: null }),
      ],
      note: 'only the newest part',
    },
  ],
  ['permission denied', { read: 'none', note: 'permission denied' }],
] as const)('%s', (note, log) => {
  expect(logNote(sampleLog(log))).toBe(note);
});
