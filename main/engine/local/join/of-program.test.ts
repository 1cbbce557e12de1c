import { describe, expect, test } from 'vitest';
import type { LogFormat } from '../../model/log-evidence.ts';
import { sampleLogLine } from '../../testing/sample-log-line.ts';
import { createLogReader } from '../logs/log-reader.ts';
import { ofProgram } from './of-program.ts';

const FORMAT: LogFormat = 'desktop-server';

/** The modes that the log of a local server names after these lines were read. */
function codesOf(texts: readonly string[]): readonly (string | null)[] {
  const source = { client: 'claude-desktop-stdio', format: FORMAT, file: '/mcp-server-acme.log' };
  const reader = createLogReader({
    ...source,
    client: 'claude-desktop-stdio',
    server: 'acme',
    project: null,
    hash: null,
  });
  const head = sampleLogLine(FORMAT, 'Initializing server...');
  reader.take(texts.map((text, at) => ({ offset: at * 100, line: at + 1, text, head })));
  const scan = { kind: 'scanned', size: 1, modifiedAt: 0, read: 'whole', note: null } as const;
  const log = ofProgram(reader.result(scan));
  const codes = [...log.sightings, ...log.incidents, ...log.incidents.flatMap((one) => one.events)];
  return [...new Set(codes.map(({ code }) => code))].filter((code) => code !== null);
}

describe('the log of a server that is a program only', () => {
  test.each([
    'Error: listen EADDRINUSE: address already in use :::3000',
    'Token refresh failed, starting the whole sign-in',
    'GaxiosError: invalid_grant',
    'Error: connect ECONNREFUSED 127.0.0.1:5432',
  ])('H13: what it prints of other services is no fault of its connection: %s', (text) => {
    expect(codesOf([text])).toEqual([]);
  });

  test('what keeps it from running is', () => {
    const spawn = sampleLogLine(FORMAT, 'spawn npx ENOENT');
    const codes = codesOf([spawn, 'ReferenceError: File is not defined']);
    expect(codes.toSorted()).toEqual(['F124', 'F125']);
  });

  test('text that it prints among its messages is', () => {
    const stdout = sampleLogLine(FORMAT, 'Unexpected token \'S\', "Server up" is not valid JSON');
    expect(codesOf([stdout])).toEqual(['F128']);
  });
});
