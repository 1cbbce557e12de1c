import { describe, expect, test } from 'vitest';
import type { AuthorizationServerEvidence, DocumentAttempt } from '../model/evidence.ts';
import {
  attempt,
  authorizationServer,
  mcpOrigin,
  missing,
  resourceDocument,
  serverDocument,
} from '../testing/evidence-builders.ts';
import { ISSUER, MCP_URL } from '../testing/exchange-builders.ts';
import { createFakePorts } from '../testing/fake-ports.ts';
import { guessEndpoints } from './guess-endpoints.ts';
import { createSender } from './sender.ts';

const ORIGIN_GUESS = `${new URL(MCP_URL).origin}/authorize`;
const DEAD = [missing('oauth'), missing('oidc')];

async function guessesFor(
  servers: readonly AuthorizationServerEvidence[],
  resource: readonly DocumentAttempt[],
): Promise<string[]> {
  const { http, clock } = createFakePorts();
  const session = http.open({ userUrl: MCP_URL, connectTo: [], ca: null });
  const signal = new AbortController().signal;
  const send = createSender({ session, clock, signal, onExchange: () => undefined });
  const guessed = await guessEndpoints(servers, resource, send);
  return guessed.flatMap((one) => one.guessed?.request.url ?? []);
}

const good = attempt('path', resourceDocument());
const named = authorizationServer(ISSUER, DEAD);

describe('AS-27: a guess is made', () => {
  test('for the server that the metadata names first, where it has no document', async () => {
    expect(await guessesFor([named, mcpOrigin(DEAD)], [good])).toEqual([`${ISSUER}/authorize`]);
  });

  test('for the MCP origin where there is no resource metadata', async () => {
    const nowhere = [missing('path'), missing('root')];
    expect(await guessesFor([mcpOrigin(DEAD)], nowhere)).toEqual([ORIGIN_GUESS]);
  });

  test('for the MCP origin where the 401 names an address that gives nothing', async () => {
    const resource = [missing('header'), good];
    expect(await guessesFor([mcpOrigin(DEAD)], resource)).toEqual([ORIGIN_GUESS]);
  });

  test('F29: for the MCP origin that has a document at the retired address only', async () => {
    const origin = mcpOrigin([...DEAD, attempt('oauth-path', serverDocument())]);
    expect(await guessesFor([origin], [missing('path')])).toEqual([ORIGIN_GUESS]);
  });
});

describe('no guess is made', () => {
  test('on a healthy server: the origin is nobody’s authorization server there', async () => {
    const healthy = authorizationServer(ISSUER, [attempt('oauth', serverDocument())]);
    expect(await guessesFor([healthy, mcpOrigin(DEAD)], [good])).toEqual([]);
  });

  test.each(['urn:example:as', 'no url'])('D6: for the issuer %s', async (issuer) => {
    expect(await guessesFor([{ ...named, issuer }], [good])).toEqual([]);
  });
});
