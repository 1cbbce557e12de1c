import { expect, test } from 'vitest';
import { withServer } from '../../testing/evidence-builders.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { registration } from './registration.ts';

const byFlag = registration('flag', 'It stops.', 'observed', 'a run');
const withPublic = registration('flag-and-public', 'It stops.', 'documented', 'a source');
const NO = { registration_endpoint: undefined };
const DOCUMENTS = { ...NO, client_id_metadata_document_supported: true };
const PUBLIC = { ...DOCUMENTS, token_endpoint_auth_methods_supported: ['none'] };

test.each([
  ['registration', {}, null, null],
  ['nothing', NO, 'F40', 'F40'],
  ['documents', DOCUMENTS, null, 'F40'],
  ['documents and public clients', PUBLIC, null, null],
])('AS-17, CI-12: %s', (_, changes, flag, both) => {
  expect(hitOf(byFlag, withServer(changes))?.cause ?? null).toBe(flag);
  expect(hitOf(withPublic, withServer(changes))?.cause ?? null).toBe(both);
});
