import type { Evidence } from '../../contract/report.ts';
import { statusOf } from '../clients/replay/replay.ts';
import type { Exchange } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { firewallOf, isHtml } from '../probe/firewall.ts';
import { isPublicServer } from '../probe/host-facts.ts';
import { headerOf } from '../probe/header.ts';
import { challengeOf } from '../probe/challenge-of.ts';
import { turnedAway, type TurnedAway } from '../probe/turned-away.ts';
import { httpEvidence } from './evidence/http-evidence.ts';
import { callRefusal } from '../clients/sign-in/call-refusal.ts';

/** F06: a firewall or bot rule refuses by the name of the program. */
export const mode = defineTargetMode({
  code: 'F06',
  title: 'Your firewall turns Claude away',
  explanation:
    'Something in front of your server refuses requests by the name of the program that sends them. Claude’s cloud calls itself Claude-User and python-httpx, so the connector “couldn’t reach” your server, or signs in and is then refused, while a browser sees nothing wrong.',
  whatToDo:
    'Turn off “Block AI bots” and bot management for the MCP path, for the OAuth endpoints and for /.well-known/, or allow the names Claude-User and python-httpx. Allow Claude’s addresses (160.79.104.0/21) as well: rules for addresses cannot be tested from here.',
  step: 'reach',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted'],
  requirements: [],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/49',
    'https://github.com/anthropics/claude-ai-mcp/issues/75',
    'https://github.com/anthropics/claude-ai-mcp/issues/438',
    'https://github.com/modelcontextprotocol/modelcontextprotocol/issues/1674',
  ],
  needs: ['url', 'first', 'mcpProbes', 'hosts'],
  uses: ['signIn'],
  judge: ({ url, first, mcpProbes, hosts, signIn }) => {
    const found = turnedAway(first, mcpProbes);
    if (found !== null) return [OCCURRENCES[found.kind](found)];
    const refusal = signIn === null ? null : callRefusal(signIn);
    if (refusal?.kind === 'page') return [behindSignIn(refusal.exchange)];
    const answers = (challengeOf(first)?.status ?? 500) < 500;
    return answers && isPublicServer(url, hosts) ? { notSeen: NOT_SEEN } : [];
  },
});

const NOT_SEEN =
  'A firewall rule for Claude’s addresses cannot be seen from this machine. They are 160.79.104.0/21.';

/** The call with a token is stopped by something that did not mind the one without. */
function behindSignIn(exchange: Exchange): Occurrence {
  return {
    title: 'A firewall stops calls that carry a token',
    explanation:
      'The sign-in succeeds, and the first call with its token is answered 403 with a web page. That is no answer of an MCP server; something in front of it gives it.',
    evidence: [httpEvidence(exchange, `answered ${words(exchange)}`)],
  };
}

type Say = (found: TurnedAway) => Occurrence;
const OCCURRENCES: Record<TurnedAway['kind'], Say> = {
  claude: (found) => ({
    title: 'Your firewall turns Claude away by its name',
    detail: `The request that names itself ${agentOf(found.refused)} is answered ${words(found.refused)}; the same request ${passing(found)} is answered ${statusOf(passedOf(found))}.`,
    evidence: bothSides(found),
  }),
  'unknown-name': (found) => ({
    title: 'Your firewall refuses programs it does not know',
    explanation:
      'Something in front of your server refuses requests by the name of the program that sends them. Claude’s names pass; other MCP clients may not.',
    detail: `Unblank’s own request is answered ${words(found.refused)}; the same request that names itself ${agentOf(passedOf(found))} is answered ${statusOf(passedOf(found))}.`,
    severity: 'warning',
    evidence: bothSides(found),
  }),
  everybody: (found) => ({
    title: 'A firewall answers in place of your server',
    explanation:
      'Something in front of your server refuses the first request, whatever the program calls itself. No client gets to the server from here.',
    detail: `It answers ${words(found.refused)}.`,
    confidence: 'likely',
    evidence: bothSides(found),
  }),
};

function passedOf(found: TurnedAway): Exchange {
  return found.kind === 'everybody' ? found.refused : found.passed;
}

function passing(found: TurnedAway): string {
  return passedOf(found).purpose === 'as a browser' ? 'as a browser' : 'under another name';
}

/** `403 with a web page (Cloudflare, ray 8f1a…)`. */
function words(exchange: Exchange): string {
  const firewall = firewallOf(exchange);
  const page = isHtml(exchange) ? ' with a web page' : '';
  const ray = firewall?.ray == null ? '' : `, ray ${firewall.ray}`;
  const by = firewall === null ? '' : ` (${firewall.product}${ray})`;
  return `${statusOf(exchange)}${page}${by}`;
}

function agentOf({ request }: Exchange): string {
  return headerOf(request.headers, 'user-agent') ?? 'Claude-User';
}

function bothSides(found: TurnedAway): Evidence[] {
  const refused = httpEvidence(found.refused, `answered ${words(found.refused)}`);
  if (found.kind === 'everybody') return [refused];
  return [refused, httpEvidence(found.passed, `answered ${statusOf(found.passed)}`)];
}
