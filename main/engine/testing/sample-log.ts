import type { LocalEvidence } from '../model/evidence.ts';
import type { Incident, LogFile, LogSighting } from '../model/log-evidence.ts';
import { NO_FACTS } from '../model/machine-facts.ts';
import { NO_STORES } from '../model/store-evidence.ts';

/** 2026-11-20T10:00:00.000Z; what a sample story tells happens a minute around it. */
export const STORY_AT = 1795168800000;

const FILE = '/home/ada/.cache/claude-cli-nodejs/-home-ada/mcp-logs-acme/2026-11-20.jsonl';
const TEXT = 'Connection failed: Incompatible auth server';

/** A line that names F40, seen once, changed where a test says so. */
export function sampleSighting(changes: Partial<LogSighting> = {}): LogSighting {
  const last = changes.last === undefined ? STORY_AT : changes.last;
  return {
    signature: 'sample',
    code: 'F40',
    step: 'registration',
    server: null,
    newest: { line: 7, time: last, server: null, text: TEXT },
    count: 1,
    first: last,
    last,
    ...changes,
  };
}

/** One attempt of Claude Code that failed with F40. */
export function sampleIncident(changes: Partial<Incident> = {}): Incident {
  return {
    client: 'claude-code',
    file: FILE,
    server: null,
    kind: 'attempt',
    rounds: 1,
    periodSeconds: null,
    first: STORY_AT - 1000,
    last: STORY_AT,
    ended: 'failed',
    step: 'registration',
    code: 'F40',
    events: [
      {
        kind: 'failed',
        signature: 'sample',
        code: 'F40',
        step: 'registration',
        line: 7,
        time: STORY_AT,
        server: null,
        text: TEXT,
      },
    ],
    ...changes,
  };
}

/** The log of Claude Code about the server “acme”. */
export function sampleLog(changes: Partial<LogFile> = {}): LogFile {
  return {
    client: 'claude-code',
    format: 'code-jsonl',
    file: FILE,
    server: 'acme',
    project: '-home-ada',
    hash: null,
    urls: [],
    size: 1000,
    modifiedAt: STORY_AT,
    read: 'whole',
    note: null,
    sightings: [],
    incidents: [],
    ...changes,
  };
}

/** What lies on a machine about one server: these logs and nothing else, an hour after the story. */
export function sampleLocal(...logs: readonly LogFile[]): LocalEvidence {
  const facts = { ...NO_FACTS, now: STORY_AT + 3600_000 };
  return {
    os: 'linux',
    installs: [],
    configs: [],
    settings: [],
    logs,
    stores: NO_STORES,
    facts,
  };
}
