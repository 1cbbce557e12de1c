import { defineTargetMode } from '../model/mode.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import { isPublicServer } from '../probe/host-facts.ts';
import { hasLogOf } from './evidence/log-lines.ts';

/**
 * F102: a limit of the model's service that is taken for a fault of the server. A line of a log
 * becomes the finding (run/log-findings.ts).
 */
export const mode = defineTargetMode({
  code: 'F102',
  title: 'A usage limit can look like a connector fault',
  explanation:
    'When Claude itself is overloaded (529), limited (rate_limit) or at the usage limit of the plan, a turn with tool calls breaks off. That has nothing to do with the MCP server.',
  whatToDo:
    'Look for 529, rate_limit or “usage limit” near the time of the failure, wait, and try again without the connector: if that fails as well, it is the limit.',
  step: 'call',
  severity: 'warning',
  category: 'quota',
  confidence: 'possible',
  clients: [],
  requirements: [],
  references: ['https://code.claude.com/docs/en/errors'],
  needs: ['url', 'first', 'hosts'],
  uses: ['local'],
  judge: ({ url, first, hosts, local }) =>
    asksForSignIn(first) && isPublicServer(url, hosts) && !hasLogOf(local, ['claude-code'])
      ? { notSeen: 'The client’s log would tell: it happens at calls after the sign-in.' }
      : [],
});
