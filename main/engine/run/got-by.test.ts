import { describe, expect, test } from 'vitest';
import { NOTHING_GATHERED, type TargetEvidence } from '../model/evidence.ts';
import type { LogSighting } from '../model/log-evidence.ts';
import { MODES } from '../modes/index.generated.ts';
import { contacts, MCP_URL } from '../testing/exchange-builders.ts';
import {
  sampleIncident,
  sampleLocal,
  sampleLog,
  sampleSighting,
  STORY_AT,
} from '../testing/sample-log.ts';
import { withLogs } from './log-findings.ts';

const NO_METADATA = {
  signature: 'remote-no-resource-metadata',
  code: 'F24',
  step: 'resource-metadata',
} as const;

/** mcp-remote connected within a second, and wrote this down on the way. */
function found(sighting: Partial<LogSighting>, changes: Partial<TargetEvidence> = {}) {
  const log = sampleLog({
    client: 'mcp-remote',
    format: 'remote-debug',
    sightings: [sampleSighting(sighting)],
    incidents: [sampleIncident({ client: 'mcp-remote', ended: 'connected', code: null })],
  });
  const local = sampleLocal(log);
  const evidence = { ...NOTHING_GATHERED, url: MCP_URL, entries: [], local, ...changes };
  return withLogs([], MODES, evidence, new Set());
}

describe('a fault that a client got by with', () => {
  test('is advice, because other clients may not', () => {
    const [only, ...others] = found(NO_METADATA);
    expect(others).toEqual([]);
    expect(only?.mode.code).toBe('F24');
    expect(only?.occurrence.severity).toBe('advice');
    expect(only?.occurrence.detail).toContain('It connected nevertheless');
  });

  test('is left to the server’s own answer where it was asked', () => {
    expect(found(NO_METADATA, { first: contacts() })).toEqual([]);
  });

  test('is none where it was seen before that attempt', () => {
    expect(found({ ...NO_METADATA, last: STORY_AT - 60_000 })).toEqual([]);
  });

  test('is none where it was a failure of this machine, or one that was overcome', () => {
    expect(found({ signature: 'remote-no-browser', code: 'F73', step: 'authorize' })).toEqual([]);
    expect(
      found({ signature: 'resource-mismatch', code: 'F26', step: 'resource-metadata' }),
    ).toEqual([]);
  });
});
