import type { ServerEntry } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import { isPublicServer } from '../probe/host-facts.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { quotedName } from './words/quoted-name.ts';

/** F99: one server added twice, at claude.ai or in one client. */
export const mode = defineTargetMode({
  code: 'F99',
  title: 'This server is there twice',
  explanation:
    'Claude takes each address once. Where it is added already, also by an admin or under another account of the organisation, adding it ends with “A server with this URL already exists.”',
  whatToDo: 'Remove the older connector, or use that one. In an organisation, ask who added it.',
  step: 'local',
  severity: 'advice',
  category: 'account',
  confidence: 'possible',
  clients: ['claude-hosted'],
  requirements: [],
  references: ['https://github.com/anthropics/claude-ai-mcp/issues/140'],
  needs: ['url', 'entries'],
  uses: ['first', 'hosts'],
  judge: ({ url, entries, first, hosts }) => {
    const twice = underTwoNames(entries);
    if (twice.length > 0) return twice;
    if (first === null || hosts === null || !asksForSignIn(first)) return [];
    if (!isPublicServer(url, hosts)) return [];
    return {
      notSeen: 'The connector’s page in the settings at claude.ai would tell, and adding it anew.',
    };
  },
});

/** Names decide between scopes (F117); under two names both are there. */
function underTwoNames(entries: readonly ServerEntry[]): readonly Occurrence[] {
  const own = entries.filter(({ client, url }) => client === 'claude-code' && url !== null);
  const anywhere = own.filter(({ scope }) => scope === 'user' || scope === 'managed');
  const names = [...new Set(anywhere.map(({ name }) => name))];
  if (names.length < 2) return [];
  return [
    {
      title: 'Claude Code has this server under two names',
      explanation:
        'One address stands under several names, so that Claude Code connects to it several times, keeps a sign-in for each, and shows every tool more than once.',
      whatToDo: 'Keep one of the names and remove the others with “claude mcp remove”.',
      detail: `The names are ${names.map(quotedName).join(', ')}.`,
      confidence: 'certain',
      clients: ['claude-code'],
      evidence: anywhere.map(fileEvidence),
    },
  ];
}
