import { defineTargetMode } from '../model/mode.ts';
import { endingOccurrences, type EndingTexts } from './evidence/ending-occurrences.ts';

const ELSEWHERE =
  'Trace the sign-in again in your own browser: choose it in the app, or add --browser system on the command line.';

/** F69: the page wants something that a lone sign-in window does not have. */
export const mode = defineTargetMode({
  code: 'F69',
  title: 'The sign-in page needs more than a window',
  explanation:
    'Some sign-in pages work only in a window that another page of theirs has opened, or in the user’s own browser. In any other window they wait, and nothing happens.',
  whatToDo: ELSEWHERE,
  step: 'authorize',
  severity: 'error',
  category: 'runtime',
  confidence: 'certain',
  clients: [],
  requirements: [],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc8252#section-8.12',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Cross-Origin-Opener-Policy',
  ],
  needs: ['signIn'],
  judge: ({ signIn }) => endingOccurrences('F69', signIn, TEXTS),
});

const TEXTS: EndingTexts = {
  'embedded-refused': {
    title: 'The provider refuses embedded sign-in windows',
    explanation:
      'The provider does not let users sign in inside a program’s window. That is its right, and says nothing against the server; clients open the user’s own browser.',
    severity: 'advice',
  },
  passkey: {
    title: 'The sign-in asks for a passkey',
    explanation:
      'The page asks for a passkey and for nothing else, and in an isolated window there is none. That says nothing against the server; clients open the user’s own browser.',
    severity: 'advice',
  },
  'blocked-popup': {
    title: 'The sign-in page waits for a pop-up',
    explanation:
      'The page opens another window and waits for it. Browsers block a window that no click has opened, and a window without its opener cannot report back.',
    whatToDo: `Lead the window itself through the sign-in, by redirects, instead of opening another. ${ELSEWHERE}`,
  },
  'waits-for-opener': {
    title: 'The sign-in page waits for its opener',
    explanation:
      'The last page hands its result to the window that opened it. A client opens the page by itself, so there is no such window, and the page waits for ever.',
    whatToDo:
      'Send the browser to the redirect URI with the code in its query, in place of a message to window.opener.',
  },
};
