import { defineRequirement } from '../model/requirement.ts';
import {
  CLIENT_DOCUMENT_NEEDS,
  overClientDocuments,
} from './registration/over-client-documents.ts';

/** CI-11: a document is public, so it can hold no secret. Not judged: we publish no documents. */
export const requirement = defineRequirement({
  id: 'CI-11',
  level: 'MUST',
  revisions: ['2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'authorize',
  title: 'A client-id document with a secret or a method that needs one is refused.',
  source: 'OAuth Client ID Metadata Document draft',
  shownBy: ['F55'],
  needs: CLIENT_DOCUMENT_NEEDS,
  check: overClientDocuments(() => ({
    notSeen:
      'It would take a faulty document at a public address of ours, and Unblank publishes none.',
  })),
});
