import { describe, expect, it } from 'vitest';
import type { LogFormat } from '../../../model/log-evidence.ts';
import { createLogReader } from '../log-reader.ts';
import { incidentWords } from './incident-words.ts';

const START = Date.parse('2026-11-17T09:12:00Z');

function incidentsOf(format: LogFormat, file: string, lines: readonly string[]) {
  const source = { client: 'claude-desktop-stdio', project: null, hash: null } as const;
  const server = format === 'desktop-server' ? 'acme' : null;
  const reader = createLogReader({ ...source, format, file, server });
  let head: string | null = null;
  const scanned = lines.map((text, at) => {
    const isDated = /^\d{4}-/.test(text);
    if (isDated) head = text;
    return { offset: at * 100, line: at + 1, text, head: isDated ? null : head };
  });
  reader.take(scanned);
  const scan = { kind: 'scanned', size: 1, modifiedAt: 0, read: 'whole', note: null } as const;
  return reader.result(scan).incidents;
}

/** One start of a server that goes away again, as its own log has it (local-files 3.1). */
function round(at: number): readonly string[] {
  const time = (seconds: number): string => new Date(START + (at + seconds) * 1000).toISOString();
  return [
    `${time(0)} [acme] [info] Initializing server... { metadata: undefined }`,
    `[${54792 + at}] Starting mcp-remote with server URL: https://mcp.acme.example/mcp`,
    `[${54792 + at}] Fatal error: Error: Incompatible auth server: does not support dynamic client registration`,
    `${time(2)} [acme] [info] Server transport closed unexpectedly, this is likely due to the process exiting early.`,
    `${time(2)} [acme] [error] Server disconnected. { metadata: { context: 'connection', stack: undefined } }`,
  ];
}

describe('a server that is started again and again', () => {
  it('is one loop with its period and count, and with the mode that its own lines name', () => {
    const lines = [0, 40, 80, 121, 160, 200].flatMap(round);
    const incidents = incidentsOf('desktop-server', 'mcp-server-acme.log', lines);
    expect(incidents).toMatchObject([
      {
        kind: 'loop',
        rounds: 6,
        periodSeconds: 40,
        server: 'acme',
        ended: 'failed',
        code: 'F40',
        first: START,
        last: START + 202_000,
      },
    ]);
    expect(incidentWords(incidents[0]!, (ms) => new Date(ms).toISOString().slice(11, 16))).toBe(
      'Claude Desktop has tried to connect 6 times since 09:12, about every 40 s, the last time 09:15, and each time it failed at “registration” (F40).',
    );
  });

  it('is told apart from the others in a log that servers share', () => {
    const time = (at: number): string => new Date(START + at * 1000).toISOString();
    const lines = [0, 30, 60].flatMap((at) => [
      `${time(at)} [info] [acme] Initializing server...`,
      `${time(at)} [info] [other] Initializing server...`,
      `${time(at + 1)} [error] [acme] spawn npx ENOENT`,
      `${time(at + 2)} [info] [other] Server started and connected successfully`,
    ]);
    const incidents = incidentsOf('desktop-mcp', 'mcp.log', lines);
    const acme = incidents.filter(({ server }) => server === 'acme');
    expect(acme).toMatchObject([{ kind: 'loop', rounds: 3, periodSeconds: 30, code: 'F124' }]);
    expect(incidents.filter(({ server }) => server === 'other')).toHaveLength(3);
  });
});
