import { defineTargetMode } from '../model/mode.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import { isPublicServer } from '../probe/host-facts.ts';
import { hasLogOf } from './evidence/log-lines.ts';

/**
 * F07: a firewall on Anthropic's side refuses what a tool is called with. Only a log shows it; a line
 * of one becomes the finding (run/log-findings.ts).
 */
export const mode = defineTargetMode({
  code: 'F07',
  title: 'Anthropic’s own edge may refuse a tool call',
  explanation:
    'Calls through mcp-proxy.anthropic.com pass a firewall of Anthropic’s. Arguments that look like an attack (shell commands, SQL, markup) are answered with a web page that says “You are unable to access anthropic.com”, and the client reports an error of posting to the endpoint.',
  whatToDo:
    'Look for that sentence in the client’s log. Encode the argument, for example as Base64, try again later, or connect Claude Code directly to the server.',
  step: 'call',
  severity: 'warning',
  category: 'deployment',
  confidence: 'possible',
  clients: ['claude-hosted', 'claude-code'],
  requirements: [],
  references: [
    'https://github.com/anthropics/claude-code/issues/43238',
    'https://github.com/anthropics/claude-code/issues/64384',
  ],
  needs: ['url', 'first', 'hosts'],
  uses: ['local'],
  judge: ({ url, first, hosts, local }) =>
    asksForSignIn(first) && isPublicServer(url, hosts) && !hasLogOf(local, ['claude-code'])
      ? { notSeen: 'The client’s log would tell: it happens at calls after the sign-in.' }
      : [],
});
