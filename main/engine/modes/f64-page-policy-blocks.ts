import { lastRound } from '../clients/sign-in/rounds-of.ts';
import { defineTargetMode } from '../model/mode.ts';
import { endingOccurrences, type EndingTexts } from './evidence/ending-occurrences.ts';
import { formActionLine } from './words/sign-in-lines.ts';

/** F64: a security header of the sign-in’s own pages keeps the browser from going on. */
export const mode = defineTargetMode({
  code: 'F64',
  title: 'The page’s own policy blocks the way back',
  explanation:
    'The consent page says form-action in its Content-Security-Policy, and browsers on Chromium hold the redirect behind the form to it as well. The callback of the client is not in it, so “Approve” does nothing that the user sees.',
  whatToDo:
    'Add the origin of the redirect URI to form-action on the consent page, leave form-action out, or send the browser on from a page of its own.',
  step: 'authorize',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: [],
  references: [
    'https://github.com/PrefectHQ/fastmcp/issues/3369',
    'https://www.w3.org/TR/CSP3/#directive-form-action',
  ],
  needs: ['signIn'],
  judge: ({ signIn }) => {
    const round = lastRound(signIn);
    const isForm = round?.ending?.kind === 'form-action-blocked';
    const line = isForm ? formActionLine(round) : null;
    const more = line === null ? {} : { snippet: line };
    return endingOccurrences('F64', signIn, TEXTS).map((one) => ({ ...one, ...more }));
  },
});

const TEXTS: EndingTexts = {
  'frame-refused': {
    title: 'The sign-in frames a page that forbids it',
    explanation:
      'The sign-in shows a page in a frame, and that page forbids frames by X-Frame-Options or frame-ancestors. The browser shows an empty box or an error in its place.',
    whatToDo:
      'Lead the whole window to that page instead of framing it. It forbids frames for a good reason.',
  },
};
