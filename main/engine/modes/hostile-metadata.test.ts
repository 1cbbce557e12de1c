import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceSchema } from '../../contract/report.ts';
import { CLIENTS } from '../clients/index.generated.ts';
import type { JsonObject, TargetEvidence } from '../model/evidence.ts';
import { answerText } from '../testing/fake-answers.ts';
import {
  attempt,
  authorizationServer,
  contacts,
  healthyEvidence,
  ISSUER,
  mcpOrigin,
  resourceDocument,
  serverDocument,
} from '../testing/evidence-builders.ts';
import { judgeClient } from '../run/judge-client.ts';
import { judgeTargetModes } from '../run/judge-modes.ts';
import { MODES } from './index.generated.ts';

/** Values that a parser of addresses or lists may stumble over, among any others. */
const VALUE = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('', 'urn:x', 'data:,x', 'http://', 'https://[::1', 'https://h.example', '\u0000'),
  fc.array(fc.oneof(fc.constantFrom('urn:x', '', 'https://h.example', ISSUER), fc.jsonValue())),
);
/** Any object, or a healthy document with any value for some of its members. */
const documentLike = (healthy: JsonObject) => {
  const names = [...Object.keys(healthy), '__proto__', 'constructor', 'scopes_supported'];
  const changes = fc.dictionary(fc.constantFrom(...names), VALUE);
  return fc.oneof(
    fc.dictionary(fc.string(), VALUE),
    changes.map((one) => ({ ...healthy, ...one })),
  ) as fc.Arbitrary<JsonObject>;
};
const RESOURCE = documentLike(resourceDocument());
const SERVER = documentLike(serverDocument());
const HEADER = fc.oneof(
  fc.string(),
  VALUE.map(
    (value) =>
      `Bearer resource_metadata="${typeof value === 'string' ? value : JSON.stringify(value)}"`,
  ),
);

const HOSTILE: fc.Arbitrary<TargetEvidence> = fc
  .record({
    header: HEADER,
    status: fc.integer({ min: 100, max: 599 }),
    body: fc.oneof(fc.string(), fc.json()),
    resources: fc.tuple(RESOURCE, RESOURCE, RESOURCE),
    servers: fc.tuple(SERVER, SERVER, SERVER),
    issuer: fc.constantFrom(ISSUER, 'urn:x', 'no url'),
  })
  .map(({ header, status, body, resources, servers, issuer }) => {
    const [named, path, root] = resources;
    const [oauth, oidc, origin] = servers;
    const post = answerText(body, status, [
      ['WWW-Authenticate', header],
      ['Location', header],
    ]);
    const found = [attempt('oauth', oauth), attempt('oidc', oidc)];
    const server = authorizationServer(ISSUER, found, { guessed: status });
    return healthyEvidence({
      first: contacts({ post }),
      resourceMetadata: [attempt('header', named), attempt('path', path), attempt('root', root)],
      authorizationServers: [mcpOrigin([attempt('oauth', origin)]), { ...server, issuer }],
    });
  });

test('L2: no document, header or answer makes a mode throw, and all it says is a report', () => {
  fc.assert(
    fc.property(HOSTILE, (evidence) => {
      const { found, notExamined } = judgeTargetModes(MODES, evidence);
      expect(notExamined.filter(({ why }) => why.startsWith('Could not judge'))).toEqual([]);
      for (const { occurrence } of found)
        for (const one of occurrence.evidence) evidenceSchema.parse(one);
    }),
    { numRuns: 300 },
  );
});

test('L2: nor a client', () => {
  fc.assert(
    fc.property(HOSTILE, (evidence) => {
      for (const client of CLIENTS) judgeClient(client, evidence);
    }),
    { numRuns: 300 },
  );
});

test('a client that is blocked names a cause that a mode has found, whatever the documents say', () => {
  fc.assert(
    fc.property(HOSTILE, (evidence) => {
      const codes = new Set(judgeTargetModes(MODES, evidence).found.map(({ mode }) => mode.code));
      for (const client of CLIENTS) {
        const { outcome, cause } = judgeClient(client, evidence).verdict;
        if (outcome === 'blocked') expect([...codes]).toContain(cause);
      }
    }),
    { numRuns: 300 },
  );
});
