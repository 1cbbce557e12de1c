import { defineRequirement } from '../model/requirement.ts';
import type { AuthorizeAttempt } from '../model/registration-evidence.ts';
import { headerOf } from '../probe/header.ts';
import { looksAtClients, signInAnswer } from '../probe/registration/client-document.ts';
import {
  CLIENT_DOCUMENT_NEEDS,
  documentAttempts,
  documentBroken,
  overClientDocuments,
} from './registration/over-client-documents.ts';

/** CI-04: a redirect that is not in the document is refused, and not followed. */
export const requirement = defineRequirement({
  id: 'CI-04',
  level: 'MUST',
  revisions: ['2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'authorize',
  title: 'A redirect that is not in the client-id document is refused.',
  source: 'MCP authorization, Client ID Metadata Documents',
  shownBy: ['F55'],
  needs: CLIENT_DOCUMENT_NEEDS,
  check: overClientDocuments((registration) => {
    const foreign = registration.authorize.filter(
      (one) => one.variant === 'client-id document, foreign redirect',
    );
    if (foreign[0] === undefined) return { notSeen: 'No redirect outside a document was tried.' };
    const sent = foreign.find(isSentThere);
    const good = documentAttempts(registration).some(
      (one) => signInAnswer(one).state === 'goes on',
    );
    const taken =
      good && looksAtClients(registration)
        ? foreign.find((one) => signInAnswer(one).state === 'goes on')
        : undefined;
    const wrong = sent ?? taken;
    if (wrong !== undefined)
      return documentBroken(wrong, {
        text: `Redirects outside the document are accepted (${wrong.redirectUri}), so anyone can have codes sent to themselves.`,
        whatToDo:
          'Take only redirect URIs that stand in the document, and show a page for any other.',
      });
    if (foreign.every((one) => signInAnswer(one).state === 'refused')) return 'met';
    return { notSeen: 'Documents are not taken, or the answer does not tell.' };
  }),
});

/** Was the browser sent to the address, with a code or with an error? */
function isSentThere({ exchange: { outcome }, redirectUri }: AuthorizeAttempt): boolean {
  const to = outcome.kind === 'response' ? headerOf(outcome.response.headers, 'location') : null;
  return to?.startsWith(redirectUri) ?? false;
}
