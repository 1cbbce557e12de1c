import { contactOf, statusOf } from '../clients/replay/replay.ts';
import { defineRequirement } from '../model/requirement.ts';
import { headerEvidence } from '../modes/evidence/header-evidence.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { mcpRedirect } from '../probe/mcp-redirect.ts';
import { broken } from './parts/broken.ts';

/** RS-36: the MCP URL sends no client to a place where it does not follow. */
export const requirement = defineRequirement({
  id: 'RS-36',
  level: 'COMPAT',
  revisions: [],
  phase: 'p0',
  step: 'reach',
  title: 'The MCP URL answers by itself, or by a redirect that clients follow.',
  source: 'MCP SDKs: TypeScript 1.32 and 2.4, Python 2.3',
  shownBy: ['F08', 'F09'],
  needs: ['first'],
  check: ({ first }) => {
    const contact = contactOf(first);
    const status = statusOf(contact);
    if (status === null) return { notSeen: 'The first request got no answer.' };
    const found = mcpRedirect(contact);
    // A redirect that is none of these is a login page in place of the 401 (RS-01).
    if (found === null) return status >= 300 && status < 400 ? 'not-applicable' : 'met';
    return broken(
      `The MCP URL redirects to ${found.to} (${found.status}). Clients do not follow that with a POST; publish the final URL.`,
      [httpEvidence(contact, `answered ${found.status}`), headerEvidence(contact, 'Location')],
      { snippet: found.to, severity: 'error' },
    );
  },
});
