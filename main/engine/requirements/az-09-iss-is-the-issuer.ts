import { defineRequirement } from '../model/requirement.ts';
import { issIdentical } from './authorize/iss-comes-back.ts';
import { ofPage } from './authorize/over-authorize.ts';
import { SERVER_NEEDS } from './parts/server-documents.ts';
import { eitherOf, issIsTheIssuer } from './sign-in/callback-parts.ts';

/** AZ-09: iss is the issuer of the metadata. */
export const requirement = defineRequirement({
  id: 'AZ-09',
  level: 'MUST',
  revisions: ['2026-07-28'],
  phase: 'p1',
  step: 'callback',
  title: 'iss is the issuer of the metadata, letter by letter.',
  source: 'RFC 9207 §2',
  shownBy: ['F32'],
  needs: SERVER_NEEDS,
  uses: ['registration', 'signIn'],
  check: (given) => eitherOf(ofPage(issIdentical, given), issIsTheIssuer(given)),
});
