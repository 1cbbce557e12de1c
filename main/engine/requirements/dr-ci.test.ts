import { expect, test } from 'vitest';
import type { ClientId } from '../../contract/words.ts';
import type { RegistrationAttempt, RegistrationVariant } from '../model/registration-evidence.ts';
import { answerRedirect, answerText } from '../testing/fake-answers.ts';
import { withServer } from '../testing/evidence-builders.ts';
import { NEVER_SEEN } from '../testing/sign-in-trace-rows.ts';
import { stateOf, untold, type RequirementRow } from '../testing/judge-requirement.ts';
import {
  healthyAttempts,
  opened,
  refusal,
  registered,
  registration,
  withRegistration,
} from '../testing/registration-evidence.ts';

const CLIENTS: readonly ClientId[] = [
  'claude-hosted',
  'claude-desktop-code',
  'claude-code',
  'mcp-remote',
  'vscode',
  'cursor',
];
/** Every client is answered alike. */
const allAnswered = (answer: Parameters<typeof registration>[1]) =>
  withRegistration(CLIENTS.map((as) => registration(as, answer)));
/** One attempt is different. */
const but = (...changed: RegistrationAttempt[]) => withRegistration(healthyAttempts(...changed));
const answered = (changes: Parameters<typeof registered>[1], status = 201) =>
  allAnswered((sent) => registered(sent, changes, status));
const second = (variant: RegistrationVariant) => registration('claude-code', registered, variant);

const HEALTHY = but();
const UNTRIED = withRegistration([]);
const REDIRECT = refusal('invalid_redirect_uri', 'localhost not allowed');
const OTHER = refusal('invalid_client_metadata', 'no');
const PAGE = answerText('<html>blocked</html>', 403, [['Content-Type', 'text/html']]);
const HTTP = { redirect_uris: ['http://client.example/callback'] };

const DR: readonly RequirementRow[] = [
  ['DR-02', 'healthy', HEALTHY, 'met'],
  ['DR-02', 'there is no registration', UNTRIED, 'not-applicable'],
  ['DR-02', 'no answer', allAnswered('reset'), 'not-seen'],
  ['DR-02', 'refused for no stated reason', allAnswered(OTHER), 'broken'],
  ['DR-02', 'answered 200', answered({}, 200), 'broken'],
  ['DR-02', 'refused for the redirect', allAnswered(REDIRECT), 'not-applicable'],
  ['DR-03', 'healthy', HEALTHY, 'met'],
  ['DR-03', 'no client_id', answered({ client_id: undefined }), 'broken'],
  ['DR-03', 'a number for client_id', answered({ client_id: 7 }), 'broken'],
  ['DR-03', 'not JSON', allAnswered(answerText('client_id=1', 201)), 'broken'],
  ['DR-03', 'may be cached', allAnswered(answerText('{"client_id":"a"}', 201)), 'broken'],
  ['DR-04', 'healthy', HEALTHY, 'met'],
  ['DR-04', 'no redirect_uris', answered({ redirect_uris: undefined }), 'broken'],
  ['DR-04', 'one is gone', answered({ redirect_uris: [] }), 'broken'],
  ['DR-05', 'no secret', HEALTHY, 'not-applicable'],
  [
    'DR-05',
    'a secret for ever',
    answered({ client_secret: 's', client_secret_expires_at: 0 }),
    'met',
  ],
  ['DR-05', 'a secret without expiry', answered({ client_secret: 's' }), 'broken'],
  ['DR-06', 'healthy', HEALTHY, 'met'],
  ['DR-06', 'a null secret', answered({ client_secret: null }), 'broken'],
  ['DR-06', 'an empty client_uri', answered({ client_uri: '' }), 'broken'],
  ['DR-06', 'an empty logo_uri, which the SDK lets pass', answered({ logo_uri: '' }), 'met'],
  ['DR-06', 'a time as text', answered({ client_id_issued_at: '2026-01-01' }), 'broken'],
  ['DR-06', 'no redirect_uris: DR-04 says so', answered({ redirect_uris: undefined }), 'met'],
  ['DR-07', 'healthy', HEALTHY, 'met'],
  [
    'DR-07',
    'gets basic and a secret',
    answered({ token_endpoint_auth_method: 'client_secret_basic', client_secret: 's' }),
    'broken',
  ],
  ['DR-07', 'a secret beside none, which nobody needs', answered({ client_secret: 's' }), 'met'],
  [
    'DR-07',
    'passes with a secret only',
    withRegistration([registration('claude-code', OTHER), second('with a secret in the header')]),
    'broken',
  ],
  ['DR-08', 'healthy', HEALTHY, 'met'],
  ['DR-08', 'loopback is refused', but(registration('claude-code', REDIRECT)), 'broken'],
  ['DR-08', 'refused for another reason', allAnswered(OTHER), 'not-seen'],
  ['DR-09', 'healthy', HEALTHY, 'met'],
  ['DR-09', 'https is refused', but(registration('claude-hosted', REDIRECT)), 'broken'],
  ['DR-10', 'healthy', HEALTHY, 'met'],
  ['DR-10', 'one of the four is refused', but(registration('vscode', REDIRECT)), 'broken'],
  ['DR-10', 'all loopback is refused: DR-08 says so', allAnswered(REDIRECT), 'not-applicable'],
  ['DR-11', 'healthy', HEALTHY, 'met'],
  ['DR-11', 'cursor:// is refused', but(registration('cursor', REDIRECT)), 'broken'],
  ['DR-12', 'healthy', HEALTHY, 'met'],
  [
    'DR-12',
    'one more field is refused',
    but(registration('claude-code', OTHER, 'with an unknown member')),
    'broken',
  ],
  [
    'DR-12',
    'a client’s own field is refused',
    but(
      registration('mcp-remote', refusal('invalid_client_metadata', 'unknown field software_id')),
    ),
    'broken',
  ],
  ['DR-12', 'nothing passed', allAnswered(OTHER), 'not-seen'],
  ['DR-13', 'healthy', HEALTHY, 'met'],
  [
    'DR-13',
    'plain http passes',
    but(registration('claude-code', registered, 'with a plain http redirect', HTTP)),
    'broken',
  ],
  [
    'DR-13',
    'it passes without that redirect',
    but(
      registration(
        'claude-code',
        (sent) => registered(sent, { redirect_uris: [] }),
        'with a plain http redirect',
        HTTP,
      ),
    ),
    'met',
  ],
  ['DR-13', 'nothing passed', allAnswered(OTHER), 'not-seen'],
  ['DR-14', 'healthy', HEALTHY, 'met'],
  [
    'DR-14',
    'a script passes',
    but(registration('claude-code', registered, 'with a script for a redirect')),
    'broken',
  ],
  ['DR-15', 'a refusal in form', allAnswered(OTHER), 'met'],
  ['DR-15', 'nothing is refused', HEALTHY, 'not-applicable'],
  ['DR-15', 'a firewall’s page', allAnswered(PAGE), 'broken'],
  ['DR-15', 'asks for a token: DR-16 says so', allAnswered(401), 'not-applicable'],
  ['DR-16', 'healthy', HEALTHY, 'met'],
  ['DR-16', 'asks for a token', allAnswered(401), 'broken'],
  [
    'DR-16',
    'asks for a token in words',
    allAnswered(refusal('access_denied', 'initial access token required', 403)),
    'broken',
  ],
  ['DR-17', 'healthy', HEALTHY, 'met'],
  ['DR-17', 'one id for all', answered({ client_id: 'shared' }), 'broken'],
  ['DR-17', 'one registration', withRegistration([registration('claude-code')]), 'not-seen'],
  ['DR-18', 'healthy', HEALTHY, 'met'],
  [
    'DR-18',
    'passes without scope',
    withRegistration([registration('claude-code', OTHER), second('without scope')]),
    'broken',
  ],
  ['DR-18', 'refused for something else', allAnswered(OTHER), 'not-seen'],
  ['DR-19', 'healthy', HEALTHY, 'met'],
  ['DR-19', 'the grant is gone', answered({ grant_types: ['authorization_code'] }), 'broken'],
  ['DR-19', 'the answer does not say', answered({ grant_types: undefined }), 'not-seen'],
  ['DR-20', 'healthy', HEALTHY, 'met'],
  [
    'DR-20',
    '429 at the second',
    withRegistration([registration('claude-hosted'), registration('claude-code', 429)]),
    'broken',
  ],
  ['DR-20', '429 at the first', withRegistration([registration('claude-code', 429)]), 'broken'],
  [
    'DR-20',
    'a full server says so in words',
    allAnswered(refusal('insufficient_scope', "Policy 'Max Clients Limit' rejected request", 403)),
    'broken',
  ],
];

const DOCUMENTS = withServer({ client_id_metadata_document_supported: true });
const SIGN_IN = answerText('<form action="/login"><input type="password"></form>', 200);
const REFUSED = answerText('{"error":"invalid_client"}', 400);
const UNKNOWN = opened('unknown client', REFUSED, { clientId: 'unblank' });
const GOOD = opened('client-id document', SIGN_IN);
const documents = (...authorize: Parameters<typeof withRegistration>[1] & object) =>
  withRegistration([], authorize, DOCUMENTS);
/** A client id that should be refused, and how it was answered. */
const odd = (clientId: string, answer = REFUSED) =>
  documents(UNKNOWN, GOOD, opened('malformed client-id document', answer, { clientId }));
const FOREIGN = { redirectUri: 'https://client.example/foreign' };
const foreign = (answer: ReturnType<typeof answerText>) =>
  documents(UNKNOWN, GOOD, opened('client-id document, foreign redirect', answer, FOREIGN));
const OTHER_ID = 'https://claude.ai/oauth/claude-code-client-metadata?unblank';
const ELSEWHERE = 'https://auth.example.com/.well-known/oauth-authorization-server';

const CI: readonly RequirementRow[] = [
  ['CI-02', 'the page opens', documents(GOOD), 'met'],
  [
    'CI-02',
    'the page sends on to a login',
    documents(opened('client-id document', answerRedirect('/login'))),
    'met',
  ],
  ['CI-02', 'documents are not promised', withRegistration([], [GOOD]), 'not-applicable'],
  ['CI-02', 'none was tried', documents(), 'not-seen'],
  ['CI-02', 'the page refuses', documents(opened('client-id document', REFUSED)), 'broken'],
  [
    'CI-02',
    'it comes back with an error',
    documents(
      opened(
        'client-id document',
        answerRedirect('http://localhost:59846/callback?error=invalid_client'),
      ),
    ),
    'broken',
  ],
  ['CI-02', 'no answer', documents(opened('client-id document', 'reset')), 'not-seen'],
  ['CI-03', 'refused', odd(OTHER_ID), 'met'],
  ['CI-03', 'taken', odd(OTHER_ID, SIGN_IN), 'broken'],
  ['CI-04', 'refused', foreign(REFUSED), 'met'],
  [
    'CI-04',
    'the code is sent there',
    foreign(answerRedirect(`${FOREIGN.redirectUri}?code=c`)),
    'broken',
  ],
  ['CI-04', 'the sign-in goes on as with a good one', foreign(SIGN_IN), 'broken'],
  ['CI-04', 'none was tried', documents(GOOD), 'not-seen'],
  ['CI-05', 'refused', odd(ELSEWHERE), 'met'],
  ['CI-05', 'taken', odd(ELSEWHERE, SIGN_IN), 'broken'],
  [
    'CI-05',
    'the page looks at no client at all',
    documents(
      opened('unknown client', SIGN_IN, { clientId: 'unblank' }),
      opened('malformed client-id document', SIGN_IN, { clientId: ELSEWHERE }),
    ),
    'not-seen',
  ],
  ['CI-07', 'not promised', withRegistration([]), 'not-applicable'],
  ['CI-07', 'refused without a word', odd('https://127.0.0.1/client.json'), 'not-seen'],
  [
    'CI-07',
    'the answer tells that it tried',
    odd('https://127.0.0.1/client.json', answerText('connect ECONNREFUSED 127.0.0.1:443', 400)),
    'broken',
  ],
  ['CI-10', 'refused', odd('http://client.example/client.json'), 'met'],
  ['CI-10', 'http is taken', odd('http://client.example/client.json', SIGN_IN), 'broken'],
  ['CI-10', 'no path is taken', odd('https://client.example/', SIGN_IN), 'broken'],
  ['CI-06', 'not promised', withRegistration([]), 'not-applicable'],
  ['CI-06', 'promised: we publish no document to try', documents(GOOD), 'not-seen'],
  ['CI-11', 'not promised', withRegistration([]), 'not-applicable'],
  ['CI-11', 'promised: we publish no document to try', documents(GOOD), 'not-seen'],
  ['CI-13', 'any port goes', documents(GOOD), 'met'],
  [
    'CI-13',
    'the port is compared',
    documents(opened('client-id document', answerText('redirect_uri mismatch', 400))),
    'broken',
  ],
];

test.each([...DR, ...CI])('%s: %s', (id, _, evidence, state) => {
  expect(stateOf(id, evidence)).toBe(state);
});

test('every requirement of the two chapters is shown both kept and broken', () => {
  // Told elsewhere, as they need no registration.
  const elsewhere = ['DR-01', 'CI-01', 'CI-12'];
  // Never broken: it would take a faulty document of ours.
  const unseen = ['CI-06', 'CI-11', ...NEVER_SEEN];
  const open = [...untold('DR', DR), ...untold('CI', CI)];
  expect(open.filter((id) => ![...elsewhere, ...unseen].includes(id))).toEqual([]);
});
