import { defineRequirement } from '../model/requirement.ts';
import {
  CLIENT_DOCUMENT_NEEDS,
  mustNotBeTaken,
  overClientDocuments,
} from './registration/over-client-documents.ts';

/** CI-03: a document that names another client id than its own address is refused. */
export const requirement = defineRequirement({
  id: 'CI-03',
  level: 'MUST',
  revisions: ['2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'authorize',
  title: 'A client-id document that names another id is refused.',
  source: 'MCP authorization, Client ID Metadata Documents',
  shownBy: ['F55'],
  needs: CLIENT_DOCUMENT_NEEDS,
  check: overClientDocuments((registration) =>
    mustNotBeTaken(registration, 'other id', (clientId) => ({
      text: `A document that names another client id is accepted: ${clientId}.`,
      whatToDo:
        'Compare client_id in the document with the address it came from, letter by letter.',
      severity: 'warning',
    })),
  ),
});
