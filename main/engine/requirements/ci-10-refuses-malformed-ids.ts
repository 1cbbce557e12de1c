import { defineRequirement } from '../model/requirement.ts';
import {
  CLIENT_DOCUMENT_NEEDS,
  mustNotBeTaken,
  overClientDocuments,
} from './registration/over-client-documents.ts';

/** CI-10: a client id must be an https address with a path, and nothing that can be read two ways. */
export const requirement = defineRequirement({
  id: 'CI-10',
  level: 'MUST',
  revisions: ['2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'authorize',
  title: 'Client ids with http, a fragment, a user name or no path are refused.',
  source: 'OAuth Client ID Metadata Document draft, §2 and §3',
  shownBy: ['F55'],
  needs: CLIENT_DOCUMENT_NEEDS,
  check: overClientDocuments((registration) =>
    mustNotBeTaken(registration, 'malformed', (clientId) => ({
      text: `Malformed client-id addresses are accepted: ${clientId}.`,
      whatToDo:
        'Take only https addresses with a path and without fragment, user name, password and dot segments.',
      severity: 'warning',
    })),
  ),
});
