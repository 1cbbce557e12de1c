import type { SignInEvidence } from '../model/sign-in-evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { endingOccurrences, type EndingTexts } from './evidence/ending-occurrences.ts';

/**
 * F60: the tab stays blank. Either there is no sign-in page to show, because the client gives up
 * before it, or what answers in its place is nothing that a browser shows.
 */
export const mode = defineTargetMode({
  code: 'F60',
  title: 'The sign-in tab stays blank',
  explanation:
    'The client opens a tab for the sign-in, and nothing ever appears in it: its address stays about:blank, or the page is white. Nobody can sign in, and neither side says why.',
  whatToDo:
    'Open the authorization endpoint in a browser. It must answer with 200 and a page, or with a redirect to one.',
  step: 'authorize',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: [],
  references: [
    'https://github.com/anthropics/claude-code/issues/11814',
    'https://github.com/anthropics/claude-ai-mcp/issues/85',
  ],
  needs: ['signIn'],
  judge: ({ signIn }) => [...neverStarted(signIn), ...endingOccurrences('F60', signIn, TEXTS)],
});

/** What about:blank hides: there is no address to go to. */
function neverStarted({ trace }: SignInEvidence): readonly Occurrence[] {
  const stop = trace?.neverStarted ?? null;
  if (stop === null) return [];
  const { step, cause, why } = stop;
  return [
    {
      title: 'The client never gets to a sign-in page',
      explanation:
        'The client gives up before it knows which page to open. A tab that it has already opened stays on about:blank.',
      detail: why,
      whatToDo: 'Remove what stops it before the sign-in page, then trace the sign-in again.',
      followsFrom: cause === null ? [] : [cause],
      evidence: [{ kind: 'navigation', events: [`No page was opened. ${STOPS[step]}`] }],
    },
  ];
}

const STOPS = {
  reach: 'The server was not reached.',
  challenge: 'The first answer does not start a sign-in.',
  'resource-metadata': 'The resource metadata leads nowhere.',
  'server-metadata': 'The metadata of the authorization server leads nowhere.',
  registration: 'The client got no id.',
} as const;

const TEXTS: EndingTexts = {
  'no-content': {
    title: 'The sign-in page answers without any content',
    whatToDo: 'Answer the authorization request with 200 and a page, not with 204 or 205.',
  },
  'empty-page': {
    title: 'The sign-in page is empty',
    whatToDo:
      'Open the page with the developer tools of a browser: its body is empty, or its script breaks off before it shows anything.',
  },
  download: {
    title: 'The sign-in page is sent as a download',
    whatToDo:
      'Send the page as text/html and without Content-Disposition: attachment. A browser saves anything else, and the tab stays on about:blank.',
  },
  unreachable: {
    title: 'The browser cannot reach the sign-in page',
    whatToDo:
      'Check the host of authorization_endpoint, and of every redirect behind it: its name must resolve, and something must answer there.',
  },
};
