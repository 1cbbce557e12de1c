import { describe, expect, test } from 'vitest';
import type { TargetEvidence } from '../model/evidence.ts';
import { REQUIREMENTS } from '../requirements/index.generated.ts';
import { judgeRequirements } from '../run/judge-requirements.ts';
import { requirementFindings } from '../run/requirement-findings.ts';
import { toFindings } from '../run/findings.ts';
import { healthyEvidence, withServer } from '../testing/evidence-builders.ts';
import { contacts, OPEN } from '../testing/exchange-builders.ts';
import { answerText } from '../testing/fake-answers.ts';
import { findingsOf, notSeenBy, onlyFinding } from '../testing/judge-one.ts';
import {
  healthyAttempts,
  opened,
  refusal,
  registered,
  registration,
  withRegistration,
} from '../testing/registration-evidence.ts';
import { sampleEntry } from '../testing/sample-machine.ts';
import { mode as f41 } from './f41-client-id-ignored.ts';
import { mode as f42 } from './f42-registration-refused.ts';
import { mode as f43 } from './f43-redirect-not-registered.ts';
import { mode as f45 } from './f45-code-tab-redirect.ts';
import { mode as f46 } from './f46-client-documents-promised.ts';
import { mode as f47 } from './f47-registration-answer-malformed.ts';
import { mode as f48 } from './f48-registration-picky.ts';
import { mode as f49 } from './f49-registration-limited.ts';
import { mode as f50 } from './f50-client-forgotten.ts';
import { mode as f51 } from './f51-double-registration.ts';
import { mode as f52 } from './f52-published-connector.ts';
import { mode as f53 } from './f53-registration-careless.ts';
import { mode as f54 } from './f54-registration-keeps-less.ts';
import { mode as f55 } from './f55-client-documents-unchecked.ts';

const BY_REQUIREMENTS = [f42, f43, f46, f47, f48, f49, f53, f54, f55];
const HEALTHY = withRegistration(healthyAttempts());
const CLOSED = withServer({ registration_endpoint: undefined });
const ENTRIES = [sampleEntry()];

/** What the requirements of this chapter show, as a report has it. */
function shown(evidence: TargetEvidence) {
  const ours = REQUIREMENTS.filter(
    ({ id }) => /^(DR|CI)-/.test(id) && !/DR-01|CI-01|CI-12/.test(id),
  );
  const { broken } = judgeRequirements(ours, evidence);
  return toFindings(requirementFindings(BY_REQUIREMENTS, broken), [], broken);
}
const codes = (evidence: TargetEvidence) =>
  shown(evidence).map(({ code, severity, requirements }) => [code, severity, ...requirements]);
const clients = (answer: Parameters<typeof registration>[1]) =>
  withRegistration([registration('claude-hosted', answer), registration('claude-code', answer)]);

describe('one fault at registration is one finding', () => {
  test('at a healthy server there is none', () => {
    expect(codes(HEALTHY)).toEqual([]);
    expect(codes(withRegistration([]))).toEqual([]);
  });

  const OTHER = refusal('invalid_client_metadata');
  const DOCUMENTS = withServer({ client_id_metadata_document_supported: true });
  test.each<[string, TargetEvidence, readonly string[]]>([
    ['refused', clients(OTHER), ['F42', 'error', 'DR-02']],
    ['200', clients((sent) => registered(sent, {}, 200)), ['F42', 'warning', 'DR-02']],
    ['a firewall', clients(answerText('<html>', 403)), ['F42', 'error', 'DR-15']],
    ['wants a token', clients(401), ['F42', 'error', 'DR-16']],
    [
      'wants no scope',
      withRegistration([
        registration('claude-hosted'),
        registration('claude-code', OTHER),
        registration('claude-code', registered, 'without scope'),
      ]),
      ['F42', 'error', 'DR-18'],
    ],
    [
      'loopback',
      withRegistration([
        registration('claude-hosted'),
        ...(['claude-code', 'vscode', 'cursor'] as const).map((as) =>
          registration(as, refusal('invalid_redirect_uri')),
        ),
      ]),
      ['F43', 'error', 'DR-08'],
    ],
    [
      'Cursor’s own scheme',
      withRegistration(healthyAttempts(registration('cursor', refusal('invalid_redirect_uri')))),
      ['F43', 'advice', 'DR-11'],
    ],
    [
      'no redirect_uris in the answer',
      clients((sent) => registered(sent, { redirect_uris: undefined })),
      ['F47', 'error', 'DR-04'],
    ],
    [
      'null in the answer',
      clients((sent) => registered(sent, { client_secret: null })),
      ['F47', 'error', 'DR-06'],
    ],
    [
      'one more field',
      withRegistration(
        healthyAttempts(registration('claude-code', OTHER, 'with an unknown member')),
      ),
      ['F48', 'warning', 'DR-12'],
    ],
    [
      '429 at the second',
      withRegistration([registration('claude-hosted'), registration('claude-code', 429)]),
      ['F49', 'warning', 'DR-20'],
    ],
    [
      'one id for all',
      clients((sent) => registered(sent, { client_id: 'all' })),
      ['F53', 'warning', 'DR-17'],
    ],
    [
      'no refresh',
      clients((sent) => registered(sent, { grant_types: ['authorization_code'] })),
      ['F54', 'advice', 'DR-19'],
    ],
    [
      'documents promised',
      withRegistration([], [opened('client-id document', 400)], DOCUMENTS),
      ['F46', 'error', 'CI-02'],
    ],
    [
      'documents unchecked',
      withRegistration(
        [],
        [
          opened('malformed client-id document', answerText('<form>Sign in</form>'), {
            clientId: 'http://client.example/a',
          }),
        ],
        DOCUMENTS,
      ),
      ['F55', 'warning', 'CI-10'],
    ],
  ])('%s', (_, evidence, expected) => {
    expect(codes(evidence)).toEqual([expected]);
  });

  test('what a loopback refusal says names who cannot sign in, and what to allow', () => {
    const answer = refusal('invalid_redirect_uri', 'localhost not allowed');
    const [finding] = shown(withRegistration([registration('claude-code', answer)]));
    expect(finding?.explanation).toContain('No desktop or command-line client can sign in.');
    expect(finding?.whatToDo).toContain('with any port');
    expect(finding?.evidence).toEqual([
      {
        kind: 'http',
        exchange: 'claude-code as the client sends it',
        note: 'as Claude Code: 400 (invalid_redirect_uri: localhost not allowed)',
      },
    ]);
  });
});

describe('F41: a client id that is not used', () => {
  test('is named as unseen where Claude Code is set up for a server without registration', () => {
    expect(notSeenBy(f41, { ...CLOSED, entries: ENTRIES })).toContain('shows in its log only');
  });
  test('is nothing to speak of elsewhere', () => {
    for (const evidence of [CLOSED, { ...HEALTHY, entries: ENTRIES }])
      expect(findingsOf(f41, evidence)).toEqual([]);
  });
});

describe('F45: the callback of the Code tab', () => {
  const own = (answer: Parameters<typeof registration>[1]) =>
    withRegistration([registration('claude-desktop-code', answer)]);
  test('refused is advice', () => {
    const found = onlyFinding(f45, own(refusal('invalid_redirect_uri')));
    expect(found).toMatchObject({ severity: 'advice', clients: ['claude-desktop-code'] });
  });
  test('taken, or refused for another reason, is nothing', () => {
    expect(findingsOf(f45, own(registered))).toEqual([]);
    expect(findingsOf(f45, own(401))).toEqual([]);
  });
  test('not tried is said where Claude Code is set up', () => {
    const evidence = withRegistration([registration('mcp-remote')]);
    expect(findingsOf(f45, evidence)).toEqual([]);
    expect(notSeenBy(f45, { ...evidence, entries: ENTRIES })).toContain('redirect_uri=claude://');
  });
});

describe('F50: a client that was forgotten', () => {
  const attempt = registration('claude-code');
  const at = (answer: ReturnType<typeof answerText>, clientId = attempt.clientId!) =>
    withRegistration([attempt], [opened('as the client sends it', answer, { clientId })]);
  const UNKNOWN = answerText('{"error":"invalid_client"}', 400);

  test('right after it registered', () => {
    expect(onlyFinding(f50, at(UNKNOWN)).explanation).toContain('right after');
  });
  test('not where the page opens, the client was never registered, or something else is refused', () => {
    expect(findingsOf(f50, at(answerText('<form>Sign in</form>')))).toEqual([]);
    expect(findingsOf(f50, at(UNKNOWN, 'other'))).toEqual([]);
    const redirect = 'The client has a redirect that is not registered.';
    expect(findingsOf(f50, at(answerText(redirect, 400)))).toEqual([]);
  });
});

test('F51 is named as unseen only where hosted Claude registers', () => {
  expect(notSeenBy(f51, HEALTHY)).toContain('Only your server’s log');
  expect(findingsOf(f51, clients(401))).toEqual([]);
});

test('F52 is named as unseen only where a server takes no registration', () => {
  expect(notSeenBy(f52, CLOSED)).toContain('Claude’s directory');
  expect(findingsOf(f52, healthyEvidence())).toEqual([]);
  expect(findingsOf(f52, { ...CLOSED, first: contacts({ post: OPEN }) })).toEqual([]);
});
