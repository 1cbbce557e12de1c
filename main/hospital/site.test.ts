import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authorizationServer } from './authorization-server.ts';
import { createMemory } from './memory.ts';
import type { Ask } from './message.ts';
import { nameAll } from './patient-names.ts';
import { PATIENTS } from './patients/index.generated.ts';
import { parseJsonObject } from './parse-json.ts';
import { redirectMatches } from './redirect-uri.ts';
import { resourceServer } from './resource-server.ts';
import { makeSetup } from './setup.ts';
import { answerOf } from './site.ts';

const { names } = nameAll({}, { mcp: 1001, auth: 1002, dead: 1003 });
const setup = makeSetup(names, {});
const sites = [resourceServer(setup, createMemory()), authorizationServer(setup, createMemory())];

function ask(method: string, path: string): Ask {
  return { method, path, query: new URLSearchParams(), headers: {}, body: '' };
}

describe('a site', () => {
  test('answers whatever it is asked, and never fails', () => {
    const paths = sites.flatMap((site) => Object.keys(site.routes));
    const request = fc.record({
      method: fc.constantFrom('GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS', 'TRACE', '__proto__'),
      path: fc.oneof(fc.constantFrom(...paths), fc.webPath(), fc.constantFrom('/__proto__', '')),
      query: fc.webQueryParameters().map((text) => new URLSearchParams(text)),
      headers: fc.record(
        { authorization: fc.string(), origin: fc.string(), 'content-type': fc.string() },
        { requiredKeys: [] },
      ),
      body: fc.oneof(fc.json(), fc.string()),
    });
    fc.assert(
      fc.property(fc.constantFrom(...sites), request, (site, one) => {
        const reply = answerOf(site, one);
        expect(reply.kind === 'answer' && reply.status >= 200 && reply.status < 500).toBe(true);
      }),
    );
  });

  test('of every patient answers whatever it is asked', () => {
    const ways = fc.record({
      method: fc.constantFrom('GET', 'POST', 'DELETE', 'OPTIONS'),
      path: fc.constantFrom('/mcp', '/token', '/register', '/authorize', '/revoke'),
      query: fc.webQueryParameters().map((text) => new URLSearchParams(text)),
      headers: fc.dictionary(fc.constantFrom('authorization', 'origin', 'user-agent'), fc.string()),
      body: fc.oneof(fc.json(), fc.string()),
    });
    fc.assert(
      fc.property(fc.constantFrom(...PATIENTS), ways, ({ mutate }, one) => {
        const sick = makeSetup(names, mutate(names));
        const memory = createMemory();
        for (const site of [resourceServer(sick, memory), authorizationServer(sick, memory)]) {
          const reply = answerOf(site, one);
          expect(reply.kind === 'reset' || reply.status >= 200).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('answers HEAD as GET and another method with 405 and what is allowed', () => {
    const [mcp] = sites;
    const where = '/.well-known/oauth-protected-resource/mcp';
    expect(answerOf(mcp!, ask('HEAD', where))).toEqual(answerOf(mcp!, ask('GET', where)));
    const refused = answerOf(mcp!, ask('DELETE', where));
    expect(refused).toMatchObject({ status: 405, headers: { allow: 'GET' } });
  });
});

describe('a redirect URI', () => {
  const port = fc.integer({ min: 1, max: 65_535 });
  const host = fc.constantFrom('127.0.0.1', '[::1]', 'localhost');

  test('on loopback matches on every port', () => {
    fc.assert(
      fc.property(host, port, port, fc.webPath(), (name, one, other, path) => {
        const uri = (at: number) => `http://${name}:${at}${path}`;
        expect(redirectMatches(uri(one), uri(other))).toBe(true);
      }),
    );
  });

  test('elsewhere matches only itself', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.webUrl(), (one, other) => {
        expect(redirectMatches(one, other)).toBe(one === other);
      }),
    );
  });

  test.each([
    ['http://127.0.0.1:1/cb', 'http://localhost:1/cb'],
    ['http://127.0.0.1:1/cb', 'https://127.0.0.1:1/cb'],
    ['http://127.0.0.1/cb', 'http://127.0.0.1.evil.example/cb'],
    ['http://127.0.0.1/cb', 'http://127.0.0.1:1@evil.example/cb'],
    ['http://127.0.0.1/cb', 'http://user@127.0.0.1/cb'],
  ])('%s is not %s', (registered, asked) => {
    expect(redirectMatches(registered, asked)).toBe(false);
  });
});

test('text that is no JSON object is null, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const value = parseJsonObject(text);
      expect(value === null || !Array.isArray(value)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect(parseJsonObject(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
