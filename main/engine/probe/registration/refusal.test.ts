import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerText } from '../../testing/fake-answers.ts';
import { refusal, registered, registration } from '../../testing/registration-evidence.ts';
import { refusalOf } from './refusal.ts';
import { refusalWords } from './refusal-words.ts';

const bare = (answer: Parameters<typeof registration>[1]) => registration('claude-code', answer);

test.each([
  ['429', 429, 'limit'],
  [
    'a client limit',
    refusal('insufficient_scope', "Policy 'Max Clients Limit' rejected", 403),
    'limit',
  ],
  ['the code for redirects', refusal('invalid_redirect_uri'), 'redirect'],
  ['a redirect in words', refusal('invalid_client_metadata', 'redirect_uris[0] bad'), 'redirect'],
  ['a bare 401', 401, 'initial token'],
  ['a token in words', refusal('invalid_token', '', 403), 'initial token'],
  ['scope', refusal('invalid_client_metadata', 'scope mcp:tools is unknown'), 'scope'],
  [
    'the method',
    refusal('invalid_client_metadata', 'token_endpoint_auth_method none'),
    'authentication method',
  ],
  [
    'a member',
    refusal('invalid_client_metadata', 'unknown property software_id'),
    'unknown member',
  ],
  ['a page', answerText('<html>', 403), 'form'],
  ['a code and nothing more', refusal('invalid_client_metadata'), 'other'],
  ['a 500 in form', refusal('server_error', '', 500), 'other'],
  ['it passed', registered({ redirect_uris: [] }), null],
  ['no answer', 'reset' as const, null],
])('a refusal is read by %s', (_, answer, reason) => {
  expect(refusalOf(bare(answer), [])).toBe(reason);
});

test('a second try that passes decides, also for clients that got the same answer', () => {
  const no = refusal('invalid_client_metadata');
  const first = registration('claude-code', no);
  const like = registration('mcp-remote', no);
  const unlike = registration('vscode', refusal('server_error', '', 500));
  const all = [first, like, unlike, registration('claude-code', registered, 'without scope')];
  expect([first, like, unlike].map((one) => refusalOf(one, all))).toEqual([
    'scope',
    'scope',
    'other',
  ]);
});

test('H7: any answer is read in one word, and in words of bounded length on one line', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 400, max: 599 }),
      (error, text, status) => {
        const attempt = bare(refusal(error, text, status));
        expect(refusalOf(attempt, [attempt])).not.toBeNull();
        expect(refusalWords(attempt)).toMatch(/^\d{3}(?: \([^\n]{0,170}\))?$/);
      },
    ),
  );
});

test('a refusal in words names the status and what the server said', () => {
  expect(refusalWords(bare(refusal('invalid_redirect_uri', 'localhost not allowed')))).toBe(
    '400 (invalid_redirect_uri: localhost not allowed)',
  );
  expect(refusalWords(bare(403))).toBe('403');
  expect(refusalWords(bare('reset'))).toBe('no answer');
});
