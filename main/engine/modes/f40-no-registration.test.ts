import { describe, expect, test } from 'vitest';
import { withServer, type Changes } from '../testing/evidence-builders.ts';
import { allCodesOn, codesOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f40-no-registration.ts';

const closed = (more: Changes = {}) => withServer({ registration_endpoint: undefined, ...more });

describe('AS-17: no way to get a client id', () => {
  test('is found at registration, with the three ways round it', () => {
    const found = onlyFinding(mode, closed());
    expect(found).toMatchObject({
      title: 'No client can register itself',
      step: 'registration',
      evidence: [{ kind: 'http', exchange: 'oauth' }],
    });
    for (const way of ['advanced settings', '--client-id', '--static-oauth-client-info'])
      expect(found.whatToDo).toContain(way);
  });

  test('a flag that is not true is none', () => {
    expect(
      findingsOf(mode, closed({ client_id_metadata_document_supported: 'true' })),
    ).toHaveLength(1);
  });
});

describe('CI-12: client-id documents', () => {
  const documents = { client_id_metadata_document_supported: true };

  test('with public clients are a way for those that have a document', () => {
    const evidence = closed({ ...documents, token_endpoint_auth_methods_supported: ['none'] });
    expect(onlyFinding(mode, evidence)).toMatchObject({
      severity: 'warning',
      title: 'Only clients with an id document get in',
    });
  });

  test('without public clients help Claude Code and not Claude', () => {
    const found = onlyFinding(
      mode,
      closed({ ...documents, token_endpoint_auth_methods_supported: ['client_secret_basic'] }),
    );
    expect(found.title).toBe('Client-id documents are on, public clients are not');
    expect(found.explanation).toContain('Claude Code does.');
  });
});

test('registration alone is a way, documents or not', () => {
  expect(codesOn(withServer({}))).toEqual([]);
});

test.each([null, '/register'])(
  'AS-20: %j makes clients drop the document: F17 takes it',
  (value) => {
    const evidence = withServer({ registration_endpoint: value });
    expect(findingsOf(mode, evidence)).toEqual([]);
    expect(allCodesOn(evidence)).toContain('F17');
  },
);
