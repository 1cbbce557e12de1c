import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { attemptAt } from './parts/resource-documents.ts';
import { C_TO_D } from './parts/revisions.ts';
import { ofServer, SERVER_NEEDS } from './parts/server-documents.ts';

/** AS-03: an issuer with a path that has an OpenID document only, has it at the inserted address. */
export const requirement = defineRequirement({
  id: 'AS-03',
  level: 'MAY',
  revisions: C_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'An OpenID document is also where the path is inserted.',
  source: 'MCP authorization, Authorization Server Metadata Discovery',
  shownBy: ['F28'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServer(given, ({ attempts }) => {
      const [oauth, inserted, appended] = (['oauth', 'oidc', 'oidc-appended'] as const).map(
        (place) => attemptAt(attempts, place),
      );
      if (inserted === undefined || appended === undefined || oauth?.json) return 'not-applicable';
      if (inserted.json !== null) return 'met';
      if (appended.json === null) return 'not-applicable';
      const text = `Only ${appended.url} answers, the last of three addresses that clients ask.`;
      return broken(text, [attemptEvidence(inserted), attemptEvidence(appended)]);
    }),
});
