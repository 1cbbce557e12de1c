import { defineRequirementMode } from '../model/mode.ts';
import { endingOccurrences } from './evidence/ending-occurrences.ts';

/** F77: the sign-in page falls over a request that is as it should be, or wrong in a known way. */
export const mode = defineRequirementMode({
  code: 'F77',
  title: 'The sign-in page stumbles over an ordinary request',
  explanation:
    'Clients open the sign-in page by GET, with all they have to say in the address, and learn nothing of a page that stays in the browser. What it does not take, it must answer with an error page or an error on the redirect, never by falling over.',
  whatToDo:
    'Open the address from the trace in a browser and look into the log of the authorization server for the same moment.',
  step: 'authorize',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: ['AZ-04', 'AZ-18', 'AZ-19', 'RS-30'],
  followsFrom: ['F33'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.2.1',
    'https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization',
  ],
  besides: {
    needs: ['signIn'],
    judge: ({ signIn }) => endingOccurrences('F77', signIn),
  },
});
