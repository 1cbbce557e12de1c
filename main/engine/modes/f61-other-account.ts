import { defineMachineMode } from '../model/mode.ts';
import { lineEvidence, sightedIn } from './evidence/log-lines.ts';

/** F61: the sign-in is opened in a browser that is not signed in to Claude, or as somebody else. */
export const mode = defineMachineMode({
  code: 'F61',
  title: 'Your browser is signed in to another Claude account',
  explanation:
    'Claude Desktop opens the sign-in of a connector in the default browser, under claude.ai. Where that browser is not signed in to Claude, or with another account or organisation, the tab shows permission_error “Invalid authorization” and nothing else.',
  whatToDo:
    'Open claude.ai in your default browser, sign in with the account and organisation that Claude Desktop uses, and press Connect again.',
  step: 'authorize',
  severity: 'error',
  category: 'account',
  // What the text means was concluded from the address and is stated by nobody.
  confidence: 'possible',
  clients: ['claude-hosted'],
  requirements: [],
  references: ['https://github.com/anthropics/claude-code/issues/11814'],
  judge: (machine) => {
    const lines = sightedIn(machine, ({ code }) => code === 'F61');
    return lines.length === 0 ? [] : [{ evidence: lines.map(lineEvidence) }];
  },
});
