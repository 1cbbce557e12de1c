import { describe, expect, test } from 'vitest';
import { remoteHash } from '../local/stores/remote-hash.ts';
import type { ServerEntry, TargetEvidence } from '../model/evidence.ts';
import { NO_FACTS, type MachineFacts } from '../model/machine-facts.ts';
import { NO_STORES, type StoredSignIn, type StoreEvidence } from '../model/store-evidence.ts';
import { authorizationServer } from '../testing/evidence-builders.ts';
import { occurrencesOnTarget } from '../testing/judge-mode.ts';
import { sampleLocal } from '../testing/sample-log.ts';
import { sampleEntry } from '../testing/sample-machine.ts';
import { sampleLock, sampleSignIn } from '../testing/sample-stores.ts';
import { mode as f129 } from './f129-mcp-remote-twice.ts';
import { mode as f130 } from './f130-mcp-remote-stale-store.ts';

const NOW = Date.UTC(2026, 10, 20, 10);
const DAY = 24 * 60 * 60 * 1000;
const URL = 'https://mcp.acme.dev/mcp';

interface Sample {
  readonly stores?: Partial<StoreEvidence>;
  readonly facts?: Partial<MachineFacts>;
  readonly entry?: Partial<ServerEntry>;
  readonly authorizationServers?: TargetEvidence['authorizationServers'];
}
function evidenceOf({ stores, facts, entry, authorizationServers = null }: Sample) {
  return {
    authorizationServers,
    entries: [
      sampleEntry({ client: 'claude-desktop-stdio', url: URL, viaMcpRemote: true, ...entry }),
    ],
    local: {
      ...sampleLocal(),
      facts: { ...NO_FACTS, now: NOW, ...facts },
      stores: { ...NO_STORES, ...stores },
    },
  };
}
const kept = (changes: Partial<StoredSignIn> = {}) =>
  sampleSignIn({ client: 'mcp-remote', server: null, pointer: null, hash: 'a', ...changes });
const signIn = (changes: object) => ({
  signIn: {
    clientId: null,
    hasSecret: false,
    callbackPort: null,
    scopes: [],
    serverMetadataUrl: null,
    ...changes,
  },
});

describe('F129: two processes of mcp-remote', () => {
  const found = (sample: Sample) => occurrencesOnTarget(f129, evidenceOf(sample));
  const twins = (hash: string, ...under: readonly ('claude-desktop-stdio' | 'claude-code')[]) => ({
    facts: { twins: [{ name: 'mcp-remote', hash, pids: [7, 8], under }] },
  });

  test('are told with their ids', () => {
    expect(found(twins(remoteHash(URL), 'claude-desktop-stdio'))).toMatchObject([
      { detail: 'Now they are the processes 7, 8.', severity: 'warning' },
    ]);
  });

  test('are a hint where two clients started one each', () => {
    const [one] = found(twins(remoteHash(URL), 'claude-desktop-stdio', 'claude-code'));
    expect(one?.severity).toBe('advice');
  });

  test('of another server are not this one’s', () => {
    expect(found(twins(remoteHash('https://b.dev/mcp')))).toEqual([]);
    expect(found({ ...twins(remoteHash(URL)), entry: { viaMcpRemote: false } })).toEqual([]);
    expect(found({ facts: { twins: null } })).toEqual([]);
  });

  test('a lock whose process is gone is told, and one that may be held is not', () => {
    const lock = (alive: boolean | null) => ({ stores: { locks: [sampleLock({ alive })] } });
    expect(found(lock(false))).toMatchObject([
      {
        title: 'A dead process of mcp-remote holds its lock',
        whatToDo: expect.stringContaining('no sign-in') as string,
      },
    ]);
    expect(found(lock(true))).toEqual([]);
    expect(found(lock(null))).toEqual([]);
  });
});

describe('F130: what mcp-remote keeps', () => {
  const found = (sample: Sample) =>
    occurrencesOnTarget(f130, evidenceOf(sample)).map(({ title }) => title);
  const stores = (...signIns: readonly StoredSignIn[]) => ({ stores: { signIns } });

  test('is registered with another port than the entry asks for', () => {
    const redirectUris = ['http://localhost:12543/oauth/callback'];
    const at = (callbackPort: number) =>
      found({ ...stores(kept({ redirectUris })), entry: signIn({ callbackPort }) });
    expect(at(4711)).toEqual(['Your mcp-remote is registered with another port']);
    expect(at(12_543)).toEqual([]);
  });

  test('is the registration of another client id', () => {
    const of = (clientId: string) => found({ ...stores(kept()), entry: signIn({ clientId }) });
    expect(of('other')).toEqual(['Your mcp-remote keeps another client id']);
    expect(of('client-1')).toEqual([]);
  });

  test('is of another authorization server than the metadata names now', () => {
    const at = (issuer: string) =>
      found({
        ...stores(kept()),
        authorizationServers: [
          { ...authorizationServer(issuer, []), namedBy: [{ place: 'path', index: 0 }] },
        ],
      });
    expect(at('https://new.acme.dev')).toEqual(['Your mcp-remote is signed in at another server']);
    expect(at('https://as.acme.dev/')).toEqual([]);
    expect(found({ ...stores(kept()), authorizationServers: [] })).toEqual([]);
  });

  test('of older versions is left behind, and the newest is in use', () => {
    const old = kept({ version: '0.1.29', file: '/old' });
    const [one] = occurrencesOnTarget(f130, evidenceOf(stores(old, kept({ version: '0.1.37' }))));
    expect(one).toMatchObject({
      title: 'Older versions of mcp-remote left sign-ins behind',
      evidence: [{ file: '/old' }],
    });
    expect(found(stores(kept({ version: null }), old))).toHaveLength(1);
    expect(found(stores(kept({ version: null }), { ...old, access: 'none' }))).toEqual([]);
  });

  test('a lock of yesterday is told where F129 does not', () => {
    const lock = (alive: boolean | null, age: number) =>
      found({ stores: { locks: [sampleLock({ alive, startedAt: NOW - age })] } });
    expect(lock(null, DAY + 1)).toEqual(['A lock of mcp-remote is older than a day']);
    expect(lock(null, DAY)).toEqual([]);
    expect(lock(false, DAY + 1)).toEqual([]);
  });

  test('concerns only servers that mcp-remote connects to', () => {
    expect(found({ stores: { locks: [sampleLock()] }, entry: { viaMcpRemote: false } })).toEqual(
      [],
    );
  });
});
