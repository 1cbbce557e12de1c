import { describe, expect, test } from 'vitest';
import { remoteHash, remotePort } from '../local/stores/remote-hash.ts';
import type { ServerEntry, TargetEvidence } from '../model/evidence.ts';
import type { RemotePlace } from '../model/machine-facts.ts';
import type { StoredSignIn } from '../model/store-evidence.ts';
import { bearer, contacts, OPEN } from '../testing/exchange-builders.ts';
import { occurrencesOnTarget } from '../testing/judge-mode.ts';
import { sampleLocal } from '../testing/sample-log.ts';
import { sampleEntry } from '../testing/sample-machine.ts';
import { sampleSignIn } from '../testing/sample-stores.ts';
import { mode } from './f70-browser-on-another-machine.ts';

const URL = 'https://mcp.acme.dev/mcp';
function found(
  remote: readonly RemotePlace[],
  entry: Partial<ServerEntry> = {},
  { first = null, kept = [] }: { first?: TargetEvidence['first']; kept?: StoredSignIn[] } = {},
) {
  const local = sampleLocal();
  const facts = { ...local.facts, remote };
  const stores = { ...local.stores, signIns: kept };
  const entries = [sampleEntry({ url: URL, ...entry })];
  return occurrencesOnTarget(mode, { local: { ...local, facts, stores }, entries, first });
}
const signIn = (callbackPort: number | null) => ({
  clientId: null,
  hasSecret: false,
  callbackPort,
  scopes: [],
  serverMetadataUrl: null,
});
const ASKS = { first: contacts({ header: bearer() }) };
const REMOTE = { client: 'claude-desktop-stdio', viaMcpRemote: true } as const;

test('over SSH the command is given that needs no way back', () => {
  expect(found(['ssh'])).toMatchObject([
    {
      severity: 'advice',
      confidence: 'possible',
      snippet: 'claude mcp login --no-browser acme',
      detail: expect.stringContaining('SSH session') as string,
    },
  ]);
});

test('a port that the entry sets can be forwarded', () => {
  const [one] = found(['container'], { name: "my 'server", signIn: signIn(4711) });
  expect(one?.snippet).toBe(
    "claude mcp login --no-browser 'my '\\''server'\nssh -L 4711:127.0.0.1:4711 user@this-machine",
  );
});

describe('mcp-remote', () => {
  const hash = remoteHash(URL);
  const port = remotePort(hash);

  test('waits on the port of its address', () => {
    expect(found(['ssh'], { ...REMOTE, remoteHash: hash })[0]?.snippet).toBe(
      `ssh -L ${port}:127.0.0.1:${port} user@this-machine`,
    );
  });

  test('waits on the port that it registered, where it did', () => {
    const registered = sampleSignIn({
      client: 'mcp-remote',
      access: 'none',
      redirectUris: ['http://localhost:5555/oauth/callback'],
    });
    const [one] = found(['ssh'], { ...REMOTE, remoteHash: hash }, { kept: [registered] });
    expect(one?.snippet).toContain('5555:127.0.0.1:5555');
    expect(one?.clients).toEqual(['mcp-remote']);
  });

  test('waits on the port of its arguments before all others', () => {
    const [one] = found(['ssh'], { ...REMOTE, remoteHash: hash, signIn: signIn(6666) });
    expect(one?.snippet).toContain('6666');
  });
});

test('WSL forwards localhost by itself, so that it is a hint only', () => {
  expect(found(['wsl'], {}, ASKS)[0]?.severity).toBe('advice');
  expect(found(['wsl', 'ssh'], {}, ASKS)[0]?.severity).toBe('warning');
});

test('a server that asks for a sign-in makes it likely, one that asks for none takes it away', () => {
  const [one] = found(['ssh'], {}, ASKS);
  expect([one?.severity, one?.confidence ?? mode.confidence]).toEqual(['warning', 'likely']);
  expect(found(['ssh'], {}, { first: contacts({ post: OPEN }) })).toEqual([]);
});

test.each<[string, readonly RemotePlace[], Partial<ServerEntry>, StoredSignIn[]]>([
  ['at a desk', [], {}, []],
  ['where the sign-in came back before', ['ssh'], {}, [sampleSignIn()]],
  ['for a local command', ['ssh'], { url: null, command: 'node' }, []],
  ['for a client that forwards by itself', ['ssh'], { client: 'vscode' }, []],
])('nothing is said %s', (_, remote, entry, kept) => {
  expect(found(remote, entry, { kept })).toEqual([]);
});
