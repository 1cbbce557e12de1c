import { defineRequirement } from '../model/requirement.ts';
import { issSent } from './authorize/iss-comes-back.ts';
import { ofPage } from './authorize/over-authorize.ts';
import { SERVER_NEEDS } from './parts/server-documents.ts';
import { eitherOf, issComesWithError } from './sign-in/callback-parts.ts';

/** AZ-08: who promises iss sends it, with errors as well. */
export const requirement = defineRequirement({
  id: 'AZ-08',
  level: 'SHOULD',
  revisions: ['2026-07-28'],
  phase: 'p1',
  step: 'callback',
  title: 'iss comes back with codes and errors, where the metadata promises it.',
  source: 'MCP authorization, Authorization Response Validation (SEP-2468)',
  shownBy: ['F32'],
  needs: SERVER_NEEDS,
  uses: ['registration', 'signIn'],
  check: (given) => eitherOf(ofPage(issSent, given), issComesWithError(given)),
});
