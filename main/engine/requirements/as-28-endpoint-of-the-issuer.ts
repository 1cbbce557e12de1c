import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { mismatchEvidence } from '../modes/evidence/mismatch-evidence.ts';
import { broken } from './parts/broken.ts';
import { ofServerDocument, SERVER_NEEDS } from './parts/server-documents.ts';

/** AS-28: a sign-in page on another host than the issuer needs iss, so that clients can tell. */
export const requirement = defineRequirement({
  id: 'AS-28',
  level: 'COMPAT',
  revisions: [],
  phase: 'p0',
  step: 'server-metadata',
  title: 'The sign-in page is on the issuer’s host, or iss is sent.',
  source: 'https://github.com/openai/codex/issues/38944',
  shownBy: ['F18'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServerDocument(given, (document, server) => {
      const { issuer, authorization_endpoint: page, ...rest } = document.json;
      if (rest.authorization_response_iss_parameter_supported === true) return 'met';
      const origin = new URL(page as string).origin;
      // An issuer of another name is AS-07; then the name that led here counts as well.
      const names = [issuer as string, server.issuer].map((one) => new URL(one).origin);
      if (names.includes(origin)) return 'met';
      const text = `authorization_endpoint lives at ${origin}, the issuer is ${server.issuer}, and iss is not supported; Codex refuses that.`;
      const evidence = [
        mismatchEvidence('origin of authorization_endpoint', names[0]!, origin),
        attemptEvidence(document),
      ];
      return broken(text, evidence);
    }),
});
