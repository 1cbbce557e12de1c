import { expect, describe, test } from 'vitest';
import type { RegistrationAttempt } from '../../model/registration-evidence.ts';
import type { Send } from '../../probe/sender.ts';
import { Secret } from '../../secrets/secret.ts';
import { exchange, ISSUER, MCP_URL } from '../../testing/exchange-builders.ts';
import { createFakeLocks, createFakeSecretStore } from '../../testing/fake-secret-store.ts';
import { testVault } from '../../testing/test-vault.ts';
import { TOKEN_FACTS } from '../../testing/traced-sign-in.ts';
import type { ClientIdentity } from '../oauth/client-identity.ts';
import type { Tokens } from '../oauth/read-tokens.ts';
import { Ledger } from './ledger.ts';
import type { SignInPlan } from './sign-in-plan.ts';

const MANAGED = `${ISSUER}/register/c1`;
const CLIENT: ClientIdentity = {
  id: 'c1',
  from: 'registered',
  secret: null,
  method: 'none',
  management: { uri: MANAGED, token: new Secret('planted-management') },
};
const attempt = (clientId: string | null): RegistrationAttempt => ({
  ...{ as: 'claude-code', variant: 'as the client sends it', sent: {}, clientId, removal: null },
  exchange: exchange({ id: 'x1' }),
  json: { registration_client_uri: MANAGED },
});
const tokens = (access: string, refresh: string | null): Tokens => ({
  access: new Secret(access),
  refresh: refresh === null ? null : new Secret(refresh),
  ...{ id: null, facts: TOKEN_FACTS, expiresAt: null },
});

function begin(status = 200) {
  const store = createFakeSecretStore();
  const vault = testVault(store, createFakeLocks());
  const sent: string[] = [];
  const send: Send = async (request) => {
    const token = new URLSearchParams(request.body ?? '').get('token');
    sent.push(`${request.method} ${request.url} ${token ?? ''}`.trim());
    return exchange({ id: 'x2', url: request.url, answer: status });
  };
  const plan = {
    issuer: ISSUER,
    facts: { resource: MCP_URL },
    endpoints: { token: `${ISSUER}/token`, revocation: `${ISSUER}/revoke` },
  } as unknown as SignInPlan;
  return { ledger: new Ledger({ plan, vault, run: 'run1' }), vault, store, sent, send };
}
const listed = async ({ vault }: ReturnType<typeof begin>) => (await vault.list()).entries;

describe('what a sign-in was given', () => {
  test('F2, D17: is in the keychain, marked, before it is used; the refresh token outlives a renewal without one', async () => {
    const rig = begin();
    await rig.ledger.registered(attempt('c1'), CLIENT);
    expect(await listed(rig)).toMatchObject([{ kind: 'client', pending: true }]);
    await rig.ledger.issued(tokens('a1', 'r1'), CLIENT, 'mcp');
    await rig.ledger.issued(tokens('a2', null), CLIENT, 'mcp');
    const [entry] = await listed(rig);
    const read = await rig.vault.read(entry!.id);
    const stored = read.ok ? read.value : null;
    expect([stored?.access?.reveal(), stored?.refresh?.reveal()]).toEqual(['a2', 'r1']);
    expect([entry?.pending, rig.sent]).toEqual([true, []]);
  });

  test('D22: is revoked, each token of it, and deleted there and here', async () => {
    const rig = begin();
    await rig.ledger.registered(attempt('c1'), CLIENT);
    await rig.ledger.issued(tokens('a1', 'r1'), CLIENT, null);
    await rig.ledger.issued(tokens('a2', 'r2'), CLIENT, null);
    const { attempts, lines } = await rig.ledger.takeBack(rig.send);
    expect(rig.sent).toEqual([
      `POST ${ISSUER}/revoke a1`,
      `POST ${ISSUER}/revoke r2`,
      `POST ${ISSUER}/revoke a2`,
      `DELETE ${MANAGED}`,
    ]);
    expect(attempts).toMatchObject([{ removal: 'deleted' }]);
    expect(lines).toEqual([
      `The tokens were revoked at ${ISSUER}.`,
      'Nothing of them is kept on this machine.',
    ]);
    expect(await listed(rig)).toEqual([]);
  });

  test('D22: that a server refuses to take back is said, and deleted here all the same', async () => {
    const rig = begin(500);
    await rig.ledger.registered(attempt('c1'), CLIENT);
    await rig.ledger.issued(tokens('a1', null), CLIENT, null);
    const { attempts, lines } = await rig.ledger.takeBack(rig.send);
    expect(attempts).toMatchObject([{ removal: 'refused' }]);
    expect(lines[0]).toContain('refused to revoke a token');
    expect(await listed(rig)).toEqual([]);
  });

  test('a client that others may be using is neither kept nor deleted, also where it came first', async () => {
    const rig = begin();
    await rig.ledger.registered(attempt('c1'), CLIENT);
    await rig.ledger.registered(attempt('c1'), CLIENT);
    const { attempts } = await rig.ledger.takeBack(rig.send);
    expect(rig.sent).toEqual([]);
    expect(attempts.map(({ removal }) => removal)).toEqual([null, null]);
  });

  test('a refused registration leaves nothing to take back', async () => {
    const rig = begin();
    await rig.ledger.registered(attempt(null), null);
    expect(await rig.ledger.takeBack(rig.send)).toMatchObject({ lines: [] });
    expect(rig.sent).toEqual([]);
  });
});

describe('what the user keeps', () => {
  test('is marked no more, and clients without tokens are taken back', async () => {
    const rig = begin();
    const other = {
      ...CLIENT,
      id: 'c2',
      management: { uri: `${MANAGED}2`, token: new Secret('m2') },
    };
    await rig.ledger.registered(attempt('c1'), CLIENT);
    await rig.ledger.registered(
      { ...attempt('c2'), json: { registration_client_uri: `${MANAGED}2` } },
      other,
    );
    await rig.ledger.issued(tokens('a1', 'r1'), CLIENT, null);
    const { attempts, lines } = await rig.ledger.keep(rig.send);
    expect(rig.sent).toEqual([`DELETE ${MANAGED}2`]);
    expect(attempts.map(({ clientId, removal }) => [clientId, removal])).toEqual([
      ['c1', null],
      ['c2', 'deleted'],
    ]);
    expect(await listed(rig)).toMatchObject([{ clientId: 'c1', pending: false }]);
    expect(lines.join()).toContain('kept in the keychain');
  });

  test('F4, F6: a keychain that refuses is said; the tokens are kept until the program ends', async () => {
    const rig = begin();
    rig.store.refuse('locked');
    await rig.ledger.issued(tokens('a1', null), CLIENT, null);
    const { lines } = await rig.ledger.keep(rig.send);
    expect(lines.join()).toMatch(/could not be kept in a keychain, so they are gone when/);
  });
});
