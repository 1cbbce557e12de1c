import { expect, test } from 'vitest';
import type { Changes } from '../../testing/evidence-builders.ts';
import type { Answer } from '../../testing/exchange-builders.ts';
import { withServer } from '../../testing/evidence-builders.ts';
import { answerText } from '../../testing/fake-answers.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { opened, withRegistration } from '../../testing/registration-evidence.ts';
import { clientDocumentAnswer } from './client-document-answer.ts';

const FLAG: Changes = { client_id_metadata_document_supported: true };
const rule = clientDocumentAnswer('claude-code', 'flag', 'documented', 'a source');
const cause = (answer: Answer, server: Changes = FLAG, by = rule) => {
  const evidence = withRegistration([], [opened('client-id document', answer)], withServer(server));
  return hitOf(by, evidence)?.cause ?? null;
};

test('CI-02: a promise that the sign-in page does not keep stops the client there', () => {
  expect(cause(400)).toBe('F46');
  expect(cause(answerText('<form>Sign in</form>'))).toBeNull();
});

test('CI-13: a refused loopback port is another fault', () => {
  expect(cause(answerText('redirect_uri does not match', 400))).toBe('F44');
});

test('without the promise it registers, and its document does not matter', () => {
  expect(cause(400, {})).toBeNull();
  const hosted = clientDocumentAnswer('claude-code', 'flag-and-public', 'documented', 'a source');
  expect(cause(400, FLAG, hosted)).toBeNull();
  const listed = { ...FLAG, token_endpoint_auth_methods_supported: ['none'] };
  expect(cause(400, listed, hosted)).toBe('F46');
});

test('what was not opened is not judged', () => {
  expect(hitOf(rule, withServer(FLAG))).toBeNull();
  expect(hitOf(rule, withRegistration([], [], withServer(FLAG)))).toBeNull();
});
