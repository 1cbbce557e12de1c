import { describe, expect, test } from 'vitest';
import type { RegistrationAttempt } from '../../model/registration-evidence.ts';
import { withServer } from '../../testing/evidence-builders.ts';
import { ISSUER } from '../../testing/exchange-builders.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { answerText } from '../../testing/fake-answers.ts';
import {
  refusal,
  registered,
  registration,
  withRegistration,
} from '../../testing/registration-evidence.ts';
import { registrationAnswer, rejectedBySdk1, rejectedBySdk2 } from './registration-answer.ts';

const MANNER = {
  as: 'claude-code',
  documents: 'flag',
  schema: 'strict',
  sees: rejectedBySdk2('SDK auth failed: '),
} as const;
const rule = registrationAnswer(MANNER, 'observed', 'a run');
const on = (...attempts: RegistrationAttempt[]) => hitOf(rule, withRegistration(attempts));
const as = (answer: Parameters<typeof registration>[1]) => registration('claude-code', answer);
const with_ = (changes: Parameters<typeof registered>[1]) =>
  as((sent) => registered(sent, changes));

test('a registration that passed, and one that was never tried, stop nobody', () => {
  expect(on(as(registered))).toBeNull();
  expect(on()).toBeNull();
  expect(hitOf(rule, withServer({}))).toBeNull();
});

describe('refused', () => {
  test.each<[string, Parameters<typeof registration>[1], string]>([
    ['for the redirect', refusal('invalid_redirect_uri'), 'F43'],
    ['for want of a token', 401, 'F42'],
    ['by a firewall', answerText('<html>', 403), 'F42'],
    ['for a field', refusal('invalid_client_metadata', 'unknown field application_type'), 'F48'],
    ['at the limit', 429, 'F49'],
    ['for no stated reason', refusal('invalid_client_metadata'), 'F42'],
  ])('%s', (_, answer, cause) => {
    expect(on(as(answer))).toMatchObject({ outcome: 'blocked', cause });
  });

  test('its user reads what Claude Code 2.1.330 and 2.1.197 were seen to print', () => {
    const answer = refusal('invalid_redirect_uri', 'localhost not allowed');
    expect(on(as(answer))?.sees).toBe(
      'SDK auth failed: Dynamic Client Registration rejected (HTTP 400): {"error":"invalid_redirect_uri","error_description":"localhost not allowed"}',
    );
    const older = { ...MANNER, sees: rejectedBySdk1('SDK auth failed: ') };
    const hit = hitOf(
      registrationAnswer(older, 'observed', 'a run'),
      withRegistration([as(answer)]),
    );
    expect(hit?.sees).toBe('SDK auth failed: localhost not allowed');
  });

  test('the callback of the Code tab has a cause of its own', () => {
    const manner = { ...MANNER, as: 'claude-desktop-code', sees: null } as const;
    const attempt = registration('claude-desktop-code', refusal('invalid_redirect_uri'));
    const hit = hitOf(registrationAnswer(manner, 'inferred', 'x'), withRegistration([attempt]));
    expect(hit).toMatchObject({ outcome: 'blocked', cause: 'F45', sees: undefined });
  });
});

describe('a limit that our own registrations met', () => {
  test('is a risk and no verdict, for the one that met it and for those behind it', () => {
    const first = registration('claude-hosted');
    expect(on(first, as(429))).toMatchObject({ outcome: 'at-risk', cause: 'F49' });
    expect(on(first, registration('mcp-remote', 429))).toMatchObject({
      outcome: 'at-risk',
      cause: 'F49',
    });
  });
});

describe('an answer that it cannot read', () => {
  test.each<[string, Parameters<typeof registered>[1]]>([
    ['without redirect_uris', { redirect_uris: undefined }],
    ['with a null secret', { client_secret: null }],
    ['with a time as text', { client_id_issued_at: 'now' }],
  ])('%s', (_, changes) => {
    expect(on(with_(changes))).toMatchObject({ outcome: 'blocked', cause: 'F47' });
  });

  test('that is not JSON', () => {
    expect(on(as(answerText('ok', 201)))?.why).toContain('which is not JSON');
  });

  test('stops a client by how it reads', () => {
    const python = registrationAnswer({ ...MANNER, schema: 'nulls-pass' }, 'observed', 'a run');
    expect(hitOf(python, withRegistration([with_({ client_secret: null })]))).toBeNull();
  });
});

describe('a secret with a method that the metadata does not list', () => {
  const attempt = with_({ token_endpoint_auth_method: 'client_secret_basic', client_secret: 's' });
  const listing = (methods: string[]) =>
    withRegistration([attempt], [], withServer({ token_endpoint_auth_methods_supported: methods }));

  test('stops it at the token endpoint', () => {
    expect(hitOf(rule, listing(['none']))).toMatchObject({
      outcome: 'blocked',
      cause: 'F42',
      stopsAt: { method: 'POST', url: `${ISSUER}/token` },
    });
  });

  test('is fine where it is listed, or nothing is', () => {
    expect(hitOf(rule, listing(['none', 'client_secret_basic']))).toBeNull();
    expect(on(attempt)).toBeNull();
  });
});

test('CI-01: a client that uses its document does not register, so a refusal does not stop it', () => {
  const documents = withServer({ client_id_metadata_document_supported: true });
  const evidence = withRegistration([as(401)], [], documents);
  expect(hitOf(rule, evidence)).toBeNull();
  const both = registrationAnswer({ ...MANNER, documents: 'flag-and-public' }, 'observed', 'x');
  expect(hitOf(both, evidence)?.cause).toBe('F42');
});

test('no answer is not seen, and blamed on nobody', () => {
  expect(on(as('reset'))).toMatchObject({ outcome: 'unknown', cause: null });
  expect(on(as('policy'))?.why).toBe('Its registration was not tried.');
});
