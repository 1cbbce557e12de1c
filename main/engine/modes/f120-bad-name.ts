import type { ServerEntry } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { isClaudeCode, isDesktop } from './evidence/entry-client.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { quotedName } from './words/quoted-name.ts';
import { isReservedName } from './words/reserved-names.ts';

/** F120: a name that Claude Code keeps for itself, or cannot use. */
export const mode = defineMachineMode({
  code: 'F120',
  title: 'Claude Code does not take this server name',
  explanation:
    'Claude Code keeps some names for servers of its own, and takes letters, digits, hyphens and underscores only. A server with another name is refused or left out, also when it is taken over from Claude Desktop.',
  whatToDo: 'Rename the entry, with letters, digits, hyphens and underscores.',
  step: 'local',
  severity: 'warning',
  category: 'deployment',
  confidence: 'likely',
  clients: ['claude-code', 'claude-desktop-code'],
  requirements: [],
  references: ['https://code.claude.com/docs/en/mcp'],
  judge: ({ configs }) => configs.flatMap(({ entries }) => entries).flatMap(badName),
});

const USABLE = /^[A-Za-z0-9_-]+$/;

/** Seen with 2.1.197 and 2.1.330. */
const TYPED_BY_HAND =
  'Claude Code itself takes letters, digits, hyphens and underscores only: “claude mcp add” and an import refuse the name. From a file it was seen to take such an entry, and the commands it shows for it are to be quoted.';

function badName(entry: ServerEntry): readonly Occurrence[] {
  const reserved = isReservedName(entry.name);
  const usable = USABLE.test(entry.name);
  const seen = { entries: [entry.id], evidence: [fileEvidence(entry)] };
  const name = quotedName(entry.name);
  if (isClaudeCode(entry) && reserved) {
    const detail = 'Claude Code has a server of this name itself.';
    return [{ ...seen, title: `The name ${name} is reserved`, detail, severity: 'error' }];
  }
  if (isClaudeCode(entry) && !usable && entry.scope !== 'plugin') {
    const title = `The name ${name} has other characters`;
    return [{ ...seen, title, explanation: TYPED_BY_HAND, severity: 'advice' }];
  }
  if (!isDesktop(entry) || usable || entry.scope === 'extension') return [];
  const detail = 'Claude Desktop itself takes it; importing it into Claude Code does not work.';
  const title = `Claude Code cannot take over ${name}`;
  return [{ ...seen, title, detail, severity: 'advice', confidence: 'possible' }];
}
