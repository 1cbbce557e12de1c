import type { ServerEntry } from '../model/evidence.ts';
import { defineTargetMode } from '../model/mode.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import { isClaudeCode } from './evidence/entry-client.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { quotedName } from './words/quoted-name.ts';

/** F86: a token in the configuration keeps Claude Code from signing in. */
export const mode = defineTargetMode({
  code: 'F86',
  title: 'An Authorization header of its own prevents a sign-in',
  explanation:
    'Claude Code sends the Authorization header of the entry as it is. When the server refuses it, the connection fails, and no sign-in page opens.',
  whatToDo:
    'If the token in the entry is still good, nothing has to change. Otherwise remove the header, and Claude Code signs in; or put a new token in its place.',
  step: 'local',
  // Whether the token is good is not tried: nobody's secret is sent anywhere (safety D19).
  severity: 'advice',
  category: 'account',
  confidence: 'possible',
  clients: ['claude-code', 'claude-desktop-code'],
  requirements: [],
  references: ['https://code.claude.com/docs/en/mcp'],
  needs: ['entries', 'first'],
  judge: ({ entries, first }) => {
    const own = asksForSignIn(first) ? entries.filter(sendsItsOwn) : [];
    if (own.length === 0) return [];
    const names = own.map(({ name }) => quotedName(name)).join(', ');
    return [
      {
        detail: `It stands in the entry ${names}. Whether the server takes it was not tried.`,
        clients: [...new Set(own.map(({ client }) => client))],
        evidence: own.map(fileEvidence),
      },
    ];
  },
});

/** The excerpt holds the names of the members; their values are masked. A saved trace has no facts. */
function sendsItsOwn(entry: ServerEntry): boolean {
  if (!isClaudeCode(entry) || entry.viaMcpRemote || entry.url === null) return false;
  return entry.facts.some(isAuthorization) || /"authorization"\s*:/i.test(entry.excerpt);
}

function isAuthorization(fact: ServerEntry['facts'][number]): boolean {
  return fact.kind === 'header' && fact.name.toLowerCase() === 'authorization';
}
