import { defineRequirement } from '../model/requirement.ts';
import {
  CLIENT_DOCUMENT_NEEDS,
  mustNotBeTaken,
  overClientDocuments,
} from './registration/over-client-documents.ts';

/** CI-05: what is no client-id document is refused. */
export const requirement = defineRequirement({
  id: 'CI-05',
  level: 'MUST',
  revisions: ['2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'authorize',
  title: 'An address without a client-id document behind it is refused.',
  source: 'MCP authorization, Client ID Metadata Documents',
  shownBy: ['F55'],
  needs: CLIENT_DOCUMENT_NEEDS,
  check: overClientDocuments((registration) =>
    mustNotBeTaken(registration, 'no client document', (clientId) => ({
      text: `A broken document is accepted: behind ${clientId} there is no client_id with redirect_uris.`,
      whatToDo:
        'Refuse a document that is not JSON or has no client_id, client_name and redirect_uris.',
      severity: 'warning',
    })),
  ),
});
