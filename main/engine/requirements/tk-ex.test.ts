import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerJson, answerRedirect, answerText } from '../testing/fake-answers.ts';
import {
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  serverDocument,
  UNASKED,
  withServer,
  type Changes,
} from '../testing/evidence-builders.ts';
import { contacts, exchange, ISSUER, OPEN, type Answer } from '../testing/exchange-builders.ts';
import { healthyEndpoints } from '../testing/healthy-answers.ts';
import { NEVER_SEEN, SIGN_IN_ROWS } from '../testing/sign-in-trace-rows.ts';
import { stateOf, untold, type RequirementRow } from '../testing/judge-requirement.ts';
import type { TargetEvidence } from '../model/evidence.ts';
import { judgeRequirements } from '../run/judge-requirements.ts';
import { REQUIREMENTS } from './index.generated.ts';

const ERROR = { error: 'invalid_request' };

/** A healthy server whose token endpoint answers this to an empty form. */
function answering(answer: Answer, more: Partial<TargetEvidence> = {}): TargetEvidence {
  const token = exchange({ id: 'token', url: `${ISSUER}/token`, answer });
  const endpoints = healthyEndpoints({ token });
  const server = authorizationServer(ISSUER, serverDocument(), { endpoints });
  return healthyEvidence({ authorizationServers: [mcpOrigin(), server], ...more });
}

const programs = (changes: Changes = {}) =>
  withServer({ grant_types_supported: ['client_credentials'], ...changes });
const METHODS = 'token_endpoint_auth_methods_supported';
const ALGORITHMS = 'token_endpoint_auth_signing_alg_values_supported';
const PROFILES = 'authorization_grant_profiles_supported';
const DPOP = 'dpop_signing_alg_values_supported';
const bound = (evidence: TargetEvidence): TargetEvidence => ({
  ...evidence,
  resourceMetadata: evidence.resourceMetadata!.map((one) => ({
    ...one,
    json: { ...one.json, dpop_bound_access_tokens_required: true },
  })),
});
const unread = healthyEvidence({ resourceMetadata: [missing('path', UNASKED)] });

const TK: readonly RequirementRow[] = [
  ['TK-01', 'healthy', healthyEvidence(), 'met'],
  ['TK-01', '401 for an unknown client', answering(answerJson(ERROR, 401)), 'met'],
  ['TK-01', 'nothing there', answering(404), 'broken'],
  ['TK-01', 'it wants JSON', answering(415), 'broken'],
  ['TK-01', 'a page', answering(answerText('<html>', 400)), 'broken'],
  ['TK-01', 'JSON that names no error', answering(answerJson({ message: 'no' }, 400)), 'broken'],
  ['TK-01', 'JSON sent as text', answering(answerText(JSON.stringify(ERROR), 400)), 'broken'],
  ['TK-01', 'an error as success', answering(answerJson(ERROR)), 'broken'],
  ['TK-01', 'a page as success', answering(answerText('<html>')), 'broken'],
  ['TK-01', 'a crash', answering(answerText('<html>', 500)), 'broken'],
  ['TK-01', 'a redirect is AS-23', answering(answerRedirect('/x')), 'not-applicable'],
  ['TK-01', 'a busy server', answering(429), 'not-seen'],
  ['TK-01', 'no answer', answering('refused'), 'not-seen'],
  ['TK-01', 'it was not asked', withServer({}), 'not-seen'],
  ['TK-01', 'which server is not known', unread, 'not-seen'],
  ['TK-01', 'no sign-in', answering(404, { first: contacts({ post: OPEN }) }), 'not-applicable'],
];

const EX: readonly RequirementRow[] = [
  ['EX-01', 'without client credentials', withServer({ [METHODS]: ['none'] }), 'not-applicable'],
  ['EX-01', 'the default method', programs(), 'met'],
  ['EX-01', 'a key', programs({ [METHODS]: ['private_key_jwt'] }), 'met'],
  ['EX-01', 'only in the body', programs({ [METHODS]: ['client_secret_post'] }), 'broken'],
  ['EX-01', 'none at all', programs({ [METHODS]: [] }), 'broken'],
  ['EX-01', 'which server is not known', unread, 'not-seen'],

  ['EX-02', 'no key', programs({ [METHODS]: ['client_secret_basic'] }), 'not-applicable'],
  [
    'EX-02',
    'a key with algorithms',
    programs({ [METHODS]: ['private_key_jwt'], [ALGORITHMS]: ['ES256'] }),
    'met',
  ],
  ['EX-02', 'a key without', programs({ [METHODS]: ['private_key_jwt'] }), 'broken'],
  [
    'EX-02',
    'a key that signs nothing',
    programs({ [METHODS]: ['private_key_jwt'], [ALGORITHMS]: ['none'] }),
    'broken',
  ],

  ['EX-04', 'not offered', healthyEvidence(), 'not-applicable'],
  [
    'EX-04',
    'offered',
    withServer({ [PROFILES]: ['urn:ietf:params:oauth:grant-profile:id-jag'] }),
    'met',
  ],
  ['EX-04', 'another profile', withServer({ [PROFILES]: ['urn:x'] }), 'not-applicable'],
  ['EX-04', 'no list', withServer({ [PROFILES]: 'id-jag' }), 'broken'],

  ['EX-10', 'not offered', healthyEvidence(), 'not-applicable'],
  ['EX-10', 'offered', withServer({ [DPOP]: ['ES256'] }), 'met'],
  ['EX-10', 'demanded and offered', bound(withServer({ [DPOP]: ['ES256'] })), 'met'],
  ['EX-10', 'demanded, not offered', bound(withServer({})), 'broken'],
  ['EX-10', 'an empty list', withServer({ [DPOP]: [] }), 'broken'],
  ['EX-10', 'none among them', withServer({ [DPOP]: ['ES256', 'none'] }), 'broken'],
];

const ROWS = [...TK, ...EX];

test.each(ROWS)('%s: %s', (id, _, evidence, state) => {
  expect(stateOf(id, evidence)).toBe(state);
});

test('every requirement of the chapters is shown both kept and broken', () => {
  const open = [...untold('TK', [...ROWS, ...SIGN_IN_ROWS]), ...untold('EX', ROWS)];
  expect(open.filter((id) => !NEVER_SEEN.includes(id))).toEqual([]);
});

test.each<[string, Answer, string, string | undefined]>([
  ['nothing there', 404, 'nothing takes a token request there', 'error'],
  ['it wants JSON', 415, 'OAuth sends forms', 'error'],
  [
    'a page',
    answerText('<html>', 400, [['Content-Type', 'text/html']]),
    'with text/html',
    'warning',
  ],
  ['JSON sent as text', answerText(JSON.stringify(ERROR), 401), 'although they are JSON', 'advice'],
  ['an error as success', answerJson(ERROR), 'with status 200', 'warning'],
  ['a page as success', answerText('<html>'), 'with no content type', 'error'],
  ['a firewall', 403, 'clients expect 400 or 401', 'error'],
  ['a crash', 500, 'clients expect 400 or 401', 'warning'],
])('TK-01 names what came: %s', (_, answer, words, severity) => {
  const tk01 = REQUIREMENTS.filter(({ id }) => id === 'TK-01');
  const [found] = judgeRequirements(tk01, answering(answer)).broken;
  expect(found?.broken.text).toContain(words);
  expect(found?.broken.severity).toBe(severity);
});

test('L2: nothing that a document or a token endpoint says makes a requirement throw', () => {
  const names = [METHODS, ALGORITHMS, PROFILES, DPOP, 'grant_types_supported'];
  const members = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
  const status = fc.integer({ min: 100, max: 599 });
  const body = fc.oneof(fc.json(), fc.string());
  fc.assert(
    fc.property(members, status, body, (document, code, text) => {
      const token = exchange({ answer: answerText(text, code, [['Content-Type', text]]) });
      const server = authorizationServer(ISSUER, serverDocument(document as Changes), {
        endpoints: healthyEndpoints({ token }),
      });
      const evidence = bound(healthyEvidence({ authorizationServers: [mcpOrigin(), server] }));
      for (const id of ['TK-01', 'EX-01', 'EX-02', 'EX-04', 'EX-10']) stateOf(id, evidence);
    }),
    { numRuns: 500, seed: 9449 },
  );
});
