import { defineRequirement } from '../model/requirement.ts';
import {
  CLIENT_DOCUMENT_NEEDS,
  overClientDocuments,
} from './registration/over-client-documents.ts';

/** CI-06: a document is fetched again only when its cache age is over. Not judged: we publish none. */
export const requirement = defineRequirement({
  id: 'CI-06',
  level: 'SHOULD',
  revisions: ['2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'authorize',
  title: 'A client-id document is cached as its headers say.',
  source: 'OAuth Client ID Metadata Document draft',
  shownBy: ['F55'],
  needs: CLIENT_DOCUMENT_NEEDS,
  check: overClientDocuments(() => ({
    notSeen: 'It would take a document at a public address of ours, and Unblank publishes none.',
  })),
});
