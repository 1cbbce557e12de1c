import { defineRequirement } from '../model/requirement.ts';
import { SERVER_NEEDS } from './parts/server-documents.ts';
import { eitherOf, issComesWithCode } from './sign-in/callback-parts.ts';

/** AS-18: strict clients refuse every code that comes without an iss that was promised. */
export const requirement = defineRequirement({
  id: 'AS-18',
  level: 'MUST',
  revisions: ['2026-07-28'],
  phase: 'p2',
  step: 'callback',
  title: 'iss comes with the code, where the metadata promises it.',
  source: 'MCP authorization, Authorization Response Validation; RFC 9207 §2.3',
  shownBy: ['F32'],
  needs: SERVER_NEEDS,
  uses: ['signIn'],
  check: (given) => eitherOf(issComesWithCode(given), null),
});
