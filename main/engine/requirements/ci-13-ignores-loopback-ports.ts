import { isUrl } from '../../contract/is-url.ts';
import { defineRequirement } from '../model/requirement.ts';
import { loopbackPortRefused } from '../probe/registration/loopback-port-refused.ts';
import { signInAnswer } from '../probe/registration/client-document.ts';
import { isLoopbackHost } from '../safety/loopback-host.ts';
import {
  CLIENT_DOCUMENT_NEEDS,
  documentAttempts,
  documentBroken,
  overClientDocuments,
} from './registration/over-client-documents.ts';

/** CI-13: a document lists loopback without a port, and the port of a sign-in does not matter. */
export const requirement = defineRequirement({
  id: 'CI-13',
  level: 'INFERRED',
  revisions: ['2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'authorize',
  title: 'The port of a loopback redirect is not compared with the client-id document.',
  source: 'RFC 8252 §7.3; MCP authorization, Client ID Metadata Documents',
  shownBy: ['F44'],
  needs: CLIENT_DOCUMENT_NEEDS,
  check: overClientDocuments((registration) => {
    const attempts = documentAttempts(registration).filter(({ redirectUri }) =>
      isLoopback(redirectUri),
    );
    const refused = attempts.find(loopbackPortRefused);
    if (refused !== undefined)
      return documentBroken(refused, {
        text: `Ports of loopback redirects are compared: the document lists ${withoutPort(refused.redirectUri)}, and ${refused.redirectUri} is refused.`,
        whatToDo: 'Ignore the port of http://localhost and http://127.0.0.1 redirects.',
        severity: 'error',
      });
    const goesOn = attempts.some((one) => signInAnswer(one).state === 'goes on');
    return goesOn ? 'met' : { notSeen: 'No document with a loopback redirect got that far.' };
  }),
});

function isLoopback(uri: string): boolean {
  return isUrl(uri) && isLoopbackHost(new URL(uri).hostname);
}

function withoutPort(uri: string): string {
  const url = new URL(uri);
  url.port = '';
  return url.href;
}
