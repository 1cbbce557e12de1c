import { isUrl } from '../../contract/is-url.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLIENTS } from '../clients/index.generated.ts';
import type {
  AuthorizationServerEvidence,
  DocumentAttempt,
  DocumentPlace,
  Json,
  JsonObject,
  TargetEvidence,
} from '../model/evidence.ts';
import { MODES } from '../modes/index.generated.ts';
import { readDocument } from '../probe/document.ts';
import { judgeClients } from '../run/judge-clients.ts';
import { judgeTargetModes } from '../run/judge-modes.ts';
import { judgeRequirements } from '../run/judge-requirements.ts';
import { requirementFindings } from '../run/requirement-findings.ts';
import {
  healthyEvidence,
  mcpOrigin,
  openidDocument,
  resourceDocument,
  serverDocument,
} from '../testing/evidence-builders.ts';
import { bearer, contacts, exchange, ISSUER, MCP_URL } from '../testing/exchange-builders.ts';
import { healthyEndpoints } from '../testing/healthy-answers.ts';
import { answerText } from '../testing/fake-answers.ts';
import { REQUIREMENTS } from './index.generated.ts';

/** Kept, so that a failure comes again. Each run mutates four documents or headers. */
const SEED = 20_261_123;
const RUNS = 2_600;
const PER_RUN = 4;

const HOSTILE_TEXTS = [
  '',
  ' ',
  '/relative',
  '//no-scheme',
  'urn:example:as',
  'javascript:alert(1)',
  'data:text/html,<script>',
  'file:///etc/passwd',
  '\\\\host\\share',
  'http://',
  'https://[::1',
  'https://[::1]:1/',
  'https://h.example/%2e%2e/%00',
  'http://169.254.169.254/latest',
  `${ISSUER}?a=1#b`,
  `${ISSUER}/`,
  `${MCP_URL}/`,
  'https://mcp.example.com',
  'a\r\nSet-Cookie: x=1',
  'nul\u0000byte',
  '\u202Egnp.exe',
  '\uD800',
  '`rm -rf ~`; $(id)',
  '"><img src=x onerror=1>',
  'x'.repeat(5_000),
  '.'.repeat(2_000),
  'https://h.example/' + 'a/'.repeat(1_000),
];
const VALUE: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(...HOSTILE_TEXTS),
  fc.constantFrom<Json[]>(null, true, 0, -1, 1e308, [], {}, [null], [[]], [{}]),
  fc.array(fc.constantFrom(...HOSTILE_TEXTS, 'S256', 'none', 'code', ISSUER), { maxLength: 5 }),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
);
const ODD_NAMES = ['__proto__', 'constructor', 'toString', '\u0000', 'length'];
/** Members that the healthy documents leave out and some judge reads. */
const OPTIONAL_NAMES = [
  'scopes_supported',
  'bearer_methods_supported',
  'resource_name',
  'protected_resources',
  'grant_types_supported',
  'token_endpoint_auth_methods_supported',
  'revocation_endpoint',
  'client_id_metadata_document_supported',
  'authorization_response_iss_parameter_supported',
];

/** What is done to a healthy document: members replaced, retyped, dropped, added. */
const changed = (healthy: JsonObject) => {
  const names = [...Object.keys(healthy), ...OPTIONAL_NAMES, ...ODD_NAMES];
  const changes = fc.array(fc.tuple(fc.constantFrom(...names), fc.option(VALUE)), { maxLength: 4 });
  return changes.map((pairs) => {
    const kept = Object.entries(healthy).filter(
      ([name]) => !pairs.some(([one, value]) => one === name && value === null),
    );
    return [...kept, ...pairs.filter(([, value]) => value !== null)] as [string, Json][];
  });
};
/** And to its text: cut off, a byte order mark, a member twice, something else altogether. */
const textOf = (healthy: JsonObject): fc.Arbitrary<string> => {
  const whole = changed(healthy).map(written);
  return fc.oneof(
    { arbitrary: whole, weight: 8 },
    { arbitrary: whole.map((text) => `\uFEFF${text}`), weight: 1 },
    {
      arbitrary: fc.tuple(whole, fc.nat(400)).map(([text, at]) => text.slice(0, at)),
      weight: 1,
    },
    { arbitrary: fc.oneof(fc.string(), fc.json(), fc.constant('<html>')), weight: 1 },
  );
};

/** Written by hand, so that a name may stand twice and `__proto__` is a member like any other. */
function written(pairs: readonly (readonly [string, Json])[]): string {
  const members = pairs.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return `{${members.join(',')}}`;
}

const STATUS = fc.oneof(
  { arbitrary: fc.constant(200), weight: 9 },
  { arbitrary: fc.constantFrom(201, 301, 302, 308, 401, 403, 404, 429, 500, 502), weight: 1 },
);
const TYPE = fc.constantFrom('application/json', 'application/json', 'text/html', 'text/plain', '');
const HEADER = fc.oneof(
  fc.constantFrom(bearer(), bearer('https://mcp.example.com/meta'), ''),
  fc.constantFrom(...HOSTILE_TEXTS).map((text) => `Bearer resource_metadata="${text}"`),
  fc.constantFrom(...HOSTILE_TEXTS).map((text) => `Bearer scope="${text}", error=${text}`),
  fc.tuple(fc.string(), fc.string()).map(([one, two]) => `${one}, Bearer ${two}="${one}`),
  fc.tuple(fc.constant(bearer()), fc.nat(120)).map(([text, at]) => text.slice(0, at)),
);

const ADDRESSES: Readonly<Partial<Record<DocumentPlace, string>>> = {
  header: 'https://mcp.example.com/meta',
  path: 'https://mcp.example.com/.well-known/oauth-protected-resource/mcp',
  root: 'https://mcp.example.com/.well-known/oauth-protected-resource',
  oauth: `${ISSUER}/.well-known/oauth-authorization-server`,
  oidc: `${ISSUER}/.well-known/openid-configuration`,
};
interface Answer {
  readonly text: string;
  readonly status: number;
  readonly type: string;
  readonly to: string;
}
const answer = (healthy: JsonObject): fc.Arbitrary<Answer> =>
  fc.record({
    text: textOf(healthy),
    status: STATUS,
    type: TYPE,
    to: fc.constantFrom(...HOSTILE_TEXTS),
  });

/** An address read as the probe reads it. */
function read(place: DocumentPlace, { text, status, type, to }: Answer): DocumentAttempt {
  const url = ADDRESSES[place]!;
  const headers = [
    ['Content-Type', type],
    ['Location', to],
  ] as const;
  const asked = exchange({
    id: place,
    method: 'GET',
    url,
    answer: answerText(text, status, headers),
  });
  return { place, url, exchanges: [asked], ...readDocument(asked) };
}

const EVIDENCE = fc
  .record({
    header: HEADER,
    resource: answer(resourceDocument()),
    oauth: answer(serverDocument({ scopes_supported: ['mcp:tools'] })),
    oidc: answer(openidDocument()),
    guessed: STATUS,
  })
  .map(({ header, resource, oauth, oidc, guessed }): TargetEvidence => {
    const resourceMetadata = (['header', 'path', 'root'] as const).map((one) =>
      read(one, resource),
    );
    const attempts = [read('oauth', oauth), read('oidc', oidc)];
    return healthyEvidence({
      first: contacts({ header }),
      resourceMetadata,
      authorizationServers: [
        mcpOrigin(attempts, guessed),
        ...namedIn(resourceMetadata).map((issuer) => server(issuer, attempts, guessed)),
      ],
    });
  });

/** The servers that the documents name, as the gatherer records them. */
function namedIn(documents: readonly DocumentAttempt[]): readonly string[] {
  const listed = documents.map(({ json }) => json?.authorization_servers).filter(Array.isArray);
  return [...new Set(listed.flat().filter((one): one is string => typeof one === 'string'))];
}

function server(
  issuer: string,
  attempts: readonly DocumentAttempt[],
  guessed: number,
): AuthorizationServerEvidence {
  const isAsked = isUrl(issuer) && /^https?:$/.test(new URL(issuer).protocol);
  return {
    issuer,
    namedBy: [{ place: 'header', index: 0 }],
    attempts: isAsked ? attempts : [],
    guessed: isAsked ? exchange({ id: 'guess', method: 'GET', answer: guessed }) : null,
    endpoints: isAsked ? healthyEndpoints() : null,
  };
}

/** Every sentence about something that fell over on our side. */
function fallenOver(notExamined: readonly { readonly why: string }[]): readonly string[] {
  return notExamined.map(({ why }) => why).filter((why) => why.startsWith('Could not judge'));
}

test(`L2, D20: of ${RUNS * PER_RUN} mutated documents and headers none makes a judge fall over, and nothing is found without evidence`, () => {
  fc.assert(
    fc.property(EVIDENCE, (evidence) => {
      const specification = judgeRequirements(REQUIREMENTS, evidence);
      const modes = judgeTargetModes(MODES, evidence);
      const clients = judgeClients(CLIENTS, evidence);
      for (const { notExamined } of [specification, modes, clients])
        expect(fallenOver(notExamined)).toEqual([]);
      const found = [...modes.found, ...requirementFindings(MODES, specification.broken)];
      for (const { mode, occurrence } of found)
        expect([mode.code, occurrence.evidence.length > 0]).toEqual([mode.code, true]);
      for (const { requirement, broken } of specification.broken)
        expect([requirement.id, broken.evidence.length > 0]).toEqual([requirement.id, true]);
    }),
    { numRuns: RUNS, seed: SEED },
  );
}, 60_000);
