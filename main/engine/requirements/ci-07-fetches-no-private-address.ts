import { defineRequirement } from '../model/requirement.ts';
import { signInAnswer } from '../probe/registration/client-document.ts';
import {
  CLIENT_DOCUMENT_NEEDS,
  documentBroken,
  oddAttempts,
  overClientDocuments,
} from './registration/over-client-documents.ts';

/** How a server that tried to connect words that nobody was there. */
const TRIED =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|connection (?:refused|reset)|fetch failed|unreachable/i;

/** CI-07: documents on private addresses are not fetched. */
export const requirement = defineRequirement({
  id: 'CI-07',
  level: 'SHOULD',
  revisions: ['2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'authorize',
  title: 'No client-id document is fetched from a private address.',
  source: 'MCP authorization, Client ID Metadata Documents; SSRF',
  shownBy: ['F55'],
  needs: CLIENT_DOCUMENT_NEEDS,
  check: overClientDocuments((registration) => {
    const attempts = oddAttempts(registration, 'private address');
    if (attempts.length === 0) return { notSeen: 'No private address was tried as client id.' };
    const fetched = attempts.find((one) => {
      const { state, said } = signInAnswer(one);
      return state === 'goes on' || TRIED.test(said);
    });
    if (fetched === undefined)
      return {
        notSeen: 'It was refused; only your server’s log shows whether it was fetched first.',
      };
    return documentBroken(fetched, {
      text: `The server fetches internal addresses on request (${fetched.clientId}), so a stranger can look around in its network.`,
      whatToDo:
        'Resolve the host of a client id first, and refuse private, loopback and link-local addresses.',
    });
  }),
});
