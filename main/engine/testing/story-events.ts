import type { LogEventKind } from '../model/log-evidence.ts';
import type { StoryEvent, StorySource } from '../local/logs/incidents/story.ts';

/** The log of a server of Claude Code. */
export const CODE_LOG: StorySource = {
  client: 'claude-code',
  file: '/home/ada/.cache/claude-cli-nodejs/-home-ada/mcp-logs-acme/2026-11-20.jsonl',
  server: 'acme',
};

const STEP_OF = {
  started: 'reach',
  asked: 'challenge',
  discovered: 'server-metadata',
  registered: 'registration',
  browser: 'authorize',
  returned: 'callback',
  'signed-in': 'token',
  connected: 'call',
  'needs-sign-in': 'challenge',
  failed: 'reach',
  closed: 'local',
} as const satisfies Record<LogEventKind, StoryEvent['step']>;

/**
 * An event of a log.
 * @param time in seconds, or null
 */
export function eventAt(
  time: number | null,
  kind: LogEventKind,
  changes: Partial<StoryEvent> = {},
): StoryEvent {
  return {
    kind,
    signature: `sample-${kind}`,
    code: null,
    step: STEP_OF[kind],
    line: null,
    time: time === null ? null : time * 1000,
    server: null,
    text: kind,
    session: null,
    ...changes,
  };
}
