import { describe, expect, test } from 'vitest';
import type { ServerEntry } from '../../model/evidence.ts';
import type { LogFile } from '../../model/log-evidence.ts';
import { NO_STORES } from '../../model/store-evidence.ts';
import { sampleIncident, sampleLog, sampleSighting } from '../../testing/sample-log.ts';
import { sampleEntry, sampleMachine } from '../../testing/sample-machine.ts';
import { remoteHash } from '../stores/remote-hash.ts';
import { localOf } from './local-of.ts';

const URL = 'https://mcp.acme.dev/mcp';
const logsOf = (
  log: Partial<LogFile>,
  entry: Partial<ServerEntry> = {},
  url: string | null = URL,
) =>
  localOf(
    { url, entries: [sampleEntry({ url, ...entry })] },
    { ...sampleMachine(), logs: [sampleLog(log)] },
  ).logs;

describe('a log is about a server', () => {
  test.each<[string, Partial<LogFile>, Partial<ServerEntry>]>([
    ['whose name its path has', { server: 'acme' }, {}],
    ['whose name its path has in another spelling', { server: 'acme-dev' }, { name: 'Acme.dev' }],
    ['whose address it names, whatever its name', { server: 'other', urls: [URL] }, {}],
    ['whose address it names in another spelling', { urls: ['HTTPS://mcp.acme.dev:443/mcp'] }, {}],
    [
      'whose address its name is made of',
      { client: 'mcp-remote', server: null, hash: remoteHash(URL) },
      { client: 'claude-desktop-stdio', viaMcpRemote: true },
    ],
    [
      'by the hash of an entry with headers',
      { client: 'mcp-remote', server: null, hash: 'f'.repeat(32) },
      { viaMcpRemote: true, remoteHash: 'f'.repeat(32) },
    ],
  ])('%s', (_, log, entry) => {
    expect(logsOf(log, entry)).toHaveLength(1);
  });

  test.each<[string, Partial<LogFile>, Partial<ServerEntry>]>([
    ['another name', { server: 'other' }, {}],
    ['the same name and another address', { urls: ['https://old.acme.dev/mcp'] }, {}],
    ['the same name in another client', {}, { client: 'claude-desktop-stdio' }],
    ['the hash of another address', { server: null, hash: remoteHash('https://x.dev/') }, {}],
  ])('and not of one with %s', (_, log, entry) => {
    expect(logsOf(log, entry)).toEqual([]);
  });

  test('a local command is known by its name', () => {
    const entry = { client: 'claude-desktop-stdio', command: 'npx', name: 'acme' } as const;
    const log = { client: 'claude-desktop-stdio', server: 'acme' } as const;
    expect(logsOf(log, entry, null)).toHaveLength(1);
  });
});

test('of a log of many servers only what is about this one is taken', () => {
  const [own, other] = [sampleSighting({ server: 'acme' }), sampleSighting({ server: 'else' })];
  const incidents = [sampleIncident({ server: 'else' }), sampleIncident({ server: 'acme' })];
  const desktop = { client: 'claude-desktop-stdio' } as const;
  const log = { ...desktop, format: 'desktop-mcp', server: null } as const;
  expect(logsOf({ ...log, sightings: [own, other], incidents }, desktop)).toMatchObject([
    { sightings: [{ server: 'acme' }], incidents: [{ server: 'acme' }] },
  ]);
  expect(logsOf({ ...log, sightings: [other] }, desktop)).toEqual([]);
});

test('of the stores only what is about this server is taken', () => {
  const kept = {
    client: 'claude-code',
    file: '/home/ada/.claude/.credentials.json',
    pointer: '/mcpOAuth/acme',
    server: 'acme',
    url: URL,
    hash: null,
    version: null,
    access: 'present',
    refresh: 'none',
    expiresAt: null,
    clientId: null,
    issuer: null,
    redirectUris: [],
    scope: null,
    modifiedAt: null,
  } as const;
  const cached = { file: '/x', pointer: '/acme', server: 'acme', since: 1, ttlMs: null };
  const stores = {
    ...NO_STORES,
    signIns: [kept, { ...kept, url: 'https://other.dev/' }, { ...kept, url: null }],
    needsAuth: [cached, { ...cached, server: 'other' }],
  };
  const machine = { ...sampleMachine(), stores };
  const local = localOf({ url: URL, entries: [sampleEntry()] }, machine);
  expect(local.stores.signIns.map(({ url }) => url)).toEqual([URL, null]);
  expect(local.stores.needsAuth).toEqual([cached]);
});
