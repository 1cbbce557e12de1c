import { defineTargetMode } from '../model/mode.ts';
import { localityOf, portOf } from '../safety/url-locality.ts';

/** F04: hosted Claude and ports other than 443. Sources disagree, so it is a warning. */
export const mode = defineTargetMode({
  code: 'F04',
  title: 'Your server does not listen on port 443',
  explanation:
    'Claude in the cloud may never reach your server: several servers on other ports than 443 saw no request at all. In March 2026 Anthropic staff named 443 as the only port; in May 2026 they named no restriction.',
  whatToDo:
    'Put a reverse proxy on port 443 in front of it, or rule this out: watch the server’s access log while you press Connect. If nothing arrives, the port is the cause.',
  step: 'reach',
  severity: 'warning',
  category: 'deployment',
  confidence: 'possible',
  clients: ['claude-hosted'],
  requirements: [],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/85',
    'https://github.com/anthropics/claude-ai-mcp/issues/65',
    'https://github.com/anthropics/claude-code/issues/11814',
  ],
  needs: ['url'],
  judge: ({ url }) => {
    const parsed = new URL(url);
    const port = portOf(parsed);
    if (port === 443 || parsed.protocol !== 'https:' || localityOf(parsed.hostname) !== 'public')
      return [];
    return [
      {
        title: `Your server listens on port ${port}, not 443`,
        evidence: [
          {
            kind: 'mismatch',
            what: 'address',
            expected: `https://${parsed.hostname}${parsed.pathname}${parsed.search}`,
            received: url,
            differsAt: `https://${parsed.hostname}`.length,
          },
        ],
      },
    ];
  },
});
