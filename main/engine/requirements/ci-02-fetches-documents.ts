import { defineRequirement } from '../model/requirement.ts';
import { CLIENT_WORDS } from '../../contract/words.ts';
import { isAboutRedirect, signInAnswer } from '../probe/registration/client-document.ts';
import {
  CLIENT_DOCUMENT_NEEDS,
  documentAttempts,
  documentBroken,
  overClientDocuments,
} from './registration/over-client-documents.ts';

/** CI-02: a server that promises client-id documents takes them. */
export const requirement = defineRequirement({
  id: 'CI-02',
  level: 'SHOULD',
  revisions: ['2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'authorize',
  title: 'A client-id document opens the sign-in, where the metadata promises it.',
  source: 'MCP authorization, Client ID Metadata Documents',
  shownBy: ['F46'],
  needs: CLIENT_DOCUMENT_NEEDS,
  check: overClientDocuments((registration) => {
    const attempts = documentAttempts(registration);
    if (attempts.length === 0) return { notSeen: 'No client-id document was tried.' };
    const refused = attempts.find(
      (one) => signInAnswer(one).state === 'refused' && !isAboutRedirect(one),
    );
    if (refused !== undefined)
      return documentBroken(refused, {
        text: `The metadata promises client-id documents, but the sign-in with that of ${CLIENT_WORDS[refused.as]} is refused.`,
        // Clients that have a document use nothing else where the promise stands.
        severity: 'error',
      });
    const goesOn = attempts.some((one) => signInAnswer(one).state === 'goes on');
    return goesOn ? 'met' : { notSeen: 'The answer does not tell whether the document was read.' };
  }),
});
