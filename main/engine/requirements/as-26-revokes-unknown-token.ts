import { defineRequirement } from '../model/requirement.ts';
import { statusOf } from '../clients/replay/replay.ts';
import type { Exchange } from '../model/evidence.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { broken } from './parts/broken.ts';
import { ofServer, SERVER_NEEDS } from './parts/server-documents.ts';

/** Refusals that are about the client or the kind of token, and come before the token is looked at. */
const BEFORE_THE_TOKEN = /"(invalid_client|unauthorized_client|unsupported_token_type)"/;

/** AS-26: revoking a token that the server does not know succeeds. */
export const requirement = defineRequirement({
  id: 'AS-26',
  level: 'MAY',
  revisions: [],
  phase: 'p0',
  step: 'server-metadata',
  title: 'Revoking an unknown token is answered 200.',
  source: 'RFC 7009 §2.2',
  shownBy: ['F79'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServer(given, ({ endpoints }) => {
      const exchange = endpoints?.revocation ?? null;
      if (exchange === null) return 'not-applicable';
      const status = statusOf(exchange);
      if (status === null || status === 429) return { notSeen: 'It was not answered.' };
      if (status === 200) return 'met';
      // A redirect of the whole host or path is F18's and F09's.
      if (status >= 300 && status < 400) return { notSeen: 'It redirects elsewhere.' };
      if (status === 401 || BEFORE_THE_TOKEN.test(bodyOf(exchange)))
        return { notSeen: 'The endpoint asks for a registered client first.' };
      const text = `Revocation answers ${status} for an unknown token; RFC 7009 says 200, because the token is then as good as revoked.`;
      return broken(text, [httpEvidence(exchange, `answered ${status}, expected 200`)], {
        severity: 'warning',
      });
    }),
});

function bodyOf({ outcome }: Exchange): string {
  return outcome.kind === 'failure' ? '' : outcome.response.body;
}
