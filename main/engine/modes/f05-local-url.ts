import { defineTargetMode } from '../model/mode.ts';
import { localityOf } from '../safety/url-locality.ts';

const WHERE = {
  'this-machine': 'this machine only',
  'this-network': 'your own network only',
  public: 'the open internet',
} as const;

/** F05: an address that hosted Claude cannot connect to by its spelling. */
export const mode = defineTargetMode({
  code: 'F05',
  title: 'Claude’s cloud cannot use this address',
  explanation:
    'Hosted Claude (claude.ai and the connectors of Claude Desktop) connects from Anthropic’s cloud, over https and to public names only. An address with http://, localhost or a local name works for programs on this machine and nowhere else.',
  whatToDo:
    'For claude.ai and Claude Desktop, publish the server under a public https name, or use a tunnel. For Claude Code and mcp-remote on this machine nothing has to change (mcp-remote needs --allow-http for http:// outside localhost).',
  step: 'reach',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted'],
  requirements: ['RS-38'],
  references: [
    'https://support.claude.com/en/articles/11503834-building-custom-connectors-via-remote-mcp-servers',
    'https://claude.com/docs/connectors/building/troubleshooting',
  ],
  needs: ['url'],
  judge: ({ url }) => {
    const { protocol, hostname, host } = new URL(url);
    const where = localityOf(hostname);
    if (where === 'public' && protocol === 'https:') return [];
    const title =
      where === 'public'
        ? 'Your server’s address is http, not https'
        : `Only ${where === 'this-machine' ? 'this machine' : 'your network'} can reach this address`;
    return [
      {
        title,
        // A local address is what a developer means while building: it stops Claude's cloud, but
        // it is no fault of the server, must not hide one and is never the first thing to fix.
        severity: where === 'public' ? 'error' : 'advice',
        evidence: [
          {
            kind: 'dns',
            host,
            addresses: [],
            note: `By its spelling the name leads to ${WHERE[where]}.`,
          },
        ],
      },
    ];
  },
});
