import { describe, expect, test } from 'vitest';
import { client } from '../clients/claude-code.ts';
import type { Exchange, TargetEvidence } from '../model/evidence.ts';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { healthyTrace } from '../testing/healthy-trace.ts';
import { exchange } from '../testing/exchange-builders.ts';
import { clientWalk } from './client-walk.ts';

/** Every exchange of a diagnosis, each with an id of its own. */
function run(evidence: TargetEvidence): {
  evidence: TargetEvidence;
  exchanges: readonly Exchange[];
} {
  const exchanges: Exchange[] = [];
  const numbered = JSON.parse(JSON.stringify(evidence), (_, value: unknown) => {
    if (value === null || typeof value !== 'object' || !('outcome' in value)) return value;
    exchanges.push({ ...(value as Exchange), id: `x${exchanges.length + 1}` });
    return exchanges.at(-1);
  }) as TargetEvidence;
  return { evidence: numbered, exchanges };
}

describe('the walk of a client', () => {
  const { evidence, exchanges } = run(healthyEvidence());
  const walk = clientWalk(evidence, client, exchanges);

  test('is its first request, the documents that it takes and nothing that only we ask', () => {
    const asked = walk.map(({ request }) => new URL(request.url).pathname);
    expect(asked).toEqual([
      '/mcp',
      '/.well-known/oauth-protected-resource/mcp',
      '/.well-known/oauth-authorization-server',
    ]);
    expect(exchanges.length).toBeGreaterThan(walk.length);
  });

  test('names a document that was fetched for another end by what the client wants of it', () => {
    const server = { step: 'server-metadata', purpose: 'authorization server metadata' } as const;
    const wrong = healthyEvidence();
    const fetched = wrong.resourceMetadata!.map((one) => ({
      ...one,
      json: null,
      problem: { kind: 'status', status: 404 } as const,
      exchanges: one.exchanges.map((each) => ({ ...each, ...server })),
    }));
    const why = { step: 'resource-metadata', cause: 'F16', why: '' } as const;
    const signIn = healthyTrace({ neverStarted: why });
    const gathered = run({ ...wrong, resourceMetadata: fetched, signIn });
    const [, document] = clientWalk(gathered.evidence, client, gathered.exchanges);
    expect(document).toMatchObject({ step: why.step, purpose: 'protected resource metadata' });
  });

  test('keeps what stands behind it', () => {
    const token: Exchange = exchange({ id: 'x99', step: 'token', purpose: 'token request' });
    expect(clientWalk(evidence, client, [...exchanges, token]).at(-1)).toBe(token);
  });

  test('ends where the client gives up', () => {
    const why = { step: 'reach', cause: 'F05', why: '' } as const;
    const signIn = healthyTrace({ neverStarted: why });
    const [only, ...others] = clientWalk({ ...evidence, signIn }, client, exchanges);
    expect(new URL(only!.request.url).pathname).toBe('/mcp');
    expect(others).toEqual([]);
  });

  test('is everything where nothing was gathered', () => {
    const nothing = { ...evidence, first: null };
    expect(clientWalk(nothing, client, exchanges)).toEqual(exchanges);
  });
});
