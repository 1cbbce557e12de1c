import { contactOf } from '../clients/replay/replay.ts';
import { defineTargetMode } from '../model/mode.ts';
import { mcpRedirect } from '../probe/mcp-redirect.ts';
import { headerEvidence } from './evidence/header-evidence.ts';
import { httpEvidence } from './evidence/http-evidence.ts';

/** F08: the MCP URL redirects to another host. */
export const mode = defineTargetMode({
  code: 'F08',
  title: 'The MCP URL redirects to another host',
  explanation:
    'Clients do not follow a redirect of the MCP endpoint to another host, because the token would go there with it. Hosted Claude drops the token on the way, and clients on the SDKs stop with “Redirect … not followed”.',
  whatToDo:
    'Register the final URL in every client, or serve MCP at the address that you published.',
  step: 'reach',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['RS-36'],
  references: ['https://claude.com/docs/connectors/building/troubleshooting'],
  needs: ['url', 'first'],
  judge: ({ url, first }) => {
    const contact = contactOf(first);
    const found = mcpRedirect(contact);
    if (found?.kind !== 'elsewhere') return [];
    const [from, to] = [new URL(url), new URL(found.to)];
    const isDowngrade = from.hostname === to.hostname && to.protocol === 'http:';
    return [
      {
        title: isDowngrade
          ? 'The MCP URL redirects from https to http'
          : `The MCP URL redirects to ${to.host}`,
        detail: `It answers ${found.status} with Location: ${found.to}.`,
        whatToDo: isDowngrade
          ? 'Tell the server that it is behind a TLS proxy (X-Forwarded-Proto, trust proxy), so that it writes https into its redirects.'
          : `Register ${found.to} in every client, or serve MCP at the address that you published.`,
        evidence: [
          httpEvidence(contact, `answered ${found.status}`),
          headerEvidence(contact, 'Location'),
        ],
      },
    ];
  },
});
