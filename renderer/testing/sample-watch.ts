import type { WatchEnd, WatchNews } from '../../main/contract/watch.ts';

export const NEWS: WatchNews = {
  at: '2026-11-23T14:03:12.000Z',
  client: 'claude-code',
  server: 'acme',
  mark: 'ok',
  text: 'started to connect',
};

export const CONNECTED_END: WatchEnd = {
  outcome: 'connected',
  headline: 'Claude Code connected to acme.',
  next: 'It works now.',
  code: null,
  title: null,
  incident: null,
};

export const FAILED_END: WatchEnd = {
  outcome: 'failed',
  headline: 'Claude Code could not connect to acme: “no registration”',
  next: 'Let clients register.',
  code: 'F40',
  title: 'No client can register itself',
  incident: {
    client: 'claude-code',
    file: '/Users/sam/Library/Caches/claude-cli-nodejs/app/mcp-logs-acme/1.jsonl',
    server: 'acme',
    kind: 'attempt',
    rounds: 1,
    periodSeconds: null,
    first: '2026-11-23T14:03:12.000Z',
    last: '2026-11-23T14:03:13.000Z',
    ended: 'failed',
    step: 'registration',
    code: 'F40',
    says: 'Claude Code tried to connect, and it failed at “registration” (F40).',
    lines: [
      { line: 3, time: '2026-11-23T14:03:12.000Z', text: 'Starting connection' },
      { line: null, time: null, text: 'Connection failed: no registration' },
    ],
  },
};
