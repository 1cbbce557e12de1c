import { isUrl } from '../../contract/is-url.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceSchema } from '../../contract/report.ts';
import { CLIENTS } from '../clients/index.generated.ts';
import type { DocumentAttempt, JsonObject } from '../model/evidence.ts';
import { answerText } from '../testing/fake-answers.ts';
import {
  attempt,
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  resourceDocument,
  serverDocument,
} from '../testing/evidence-builders.ts';
import { bearer, contacts, ISSUER } from '../testing/exchange-builders.ts';
import { allCodesOn } from '../testing/judge-one.ts';
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

const META = 'https://mcp.example.com/meta';
/** Headers that name a document, as the gatherer reads them, and headers that name none. */
const NAMING = fc.constantFrom(
  bearer(META),
  'Bearer resource_metadata="/meta"',
  `Bearer resource_metadata = "${META}"`,
  `Basic realm="x", Bearer resource_metadata="${META}"`,
);
const SILENT = fc.constantFrom('', 'Bearer', 'Bearer realm="x"', 'Basic realm="x"', '"');

type Three = fc.Arbitrary<[JsonObject, JsonObject, JsonObject]>;

/** Evidence around any documents; the header may be anything as well. */
const evidenceWith = (header: fc.Arbitrary<string>, isNamed: boolean, resources: Three) =>
  fc
    .record({
      header,
      status: fc.oneof(fc.constant(401), fc.integer({ min: 100, max: 599 })),
      body: fc.oneof(fc.string(), fc.json()),
      resources,
      servers: fc.tuple(SERVER, SERVER, SERVER),
    })
    .map(({ header: value, status, body, resources: [named, path, root], servers }) => {
      const [oauth, oidc, origin] = servers;
      const post = answerText(body, status, [
        ['WWW-Authenticate', value],
        ['Location', value],
      ]);
      const found = [attempt('oauth', oauth), attempt('oidc', oidc)];
      const resourceMetadata = [
        ...(isNamed ? [attempt('header', named, META)] : []),
        attempt('path', path),
        attempt('root', root),
      ];
      return healthyEvidence({
        first: contacts({ post }),
        resourceMetadata,
        authorizationServers: [
          mcpOrigin([attempt('oauth', origin)], status),
          ...issuersIn(resourceMetadata).map((issuer) => gathered(issuer, found, status)),
        ],
      });
    });
const HOSTILE = evidenceWith(HEADER, true, fc.tuple(RESOURCE, RESOURCE, RESOURCE));
/** Hostile documents behind a header that led to them, the same one at all places. */
const SAME: Three = RESOURCE.map((one) => [one, one, one]);
const CONSISTENT = fc.oneof(evidenceWith(NAMING, true, SAME), evidenceWith(SILENT, false, SAME));

/** The servers that the documents name, as the gatherer records them. */
function issuersIn(documents: readonly DocumentAttempt[]): readonly string[] {
  const listed = documents.flatMap(({ json }) => json?.authorization_servers ?? []);
  const origin = 'https://mcp.example.com/';
  return [...new Set(listed)]
    .filter((one) => typeof one === 'string')
    .filter((one) => one !== origin);
}

function gathered(issuer: string, found: readonly DocumentAttempt[], guessed: number) {
  const isAsked = isUrl(issuer) && issuer.startsWith('http');
  const server = authorizationServer(ISSUER, isAsked ? found : [], isAsked ? { guessed } : {});
  return { ...server, issuer };
}

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
    fc.property(CONSISTENT, (evidence) => {
      const codes = new Set(allCodesOn(evidence));
      for (const client of CLIENTS) {
        const { outcome, cause } = judgeClient(client, evidence).verdict;
        if (outcome === 'blocked') expect([...codes]).toContain(cause);
      }
    }),
    { numRuns: 300, seed: 11814 },
  );
});
