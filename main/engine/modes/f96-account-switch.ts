import { ACCOUNT_POINTER } from '../local/stores/claude-code-sign-ins.ts';
import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';
import { defineMachineMode } from '../model/mode.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { storedEvidence } from './evidence/stored-evidence.ts';
import { quotedName } from './words/quoted-name.ts';
import { shortTime } from '../run/short-time.ts';

/** A change of account is what people remember for a week. */
const RECENT_MS = 7 * 24 * 60 * 60 * 1000;
const FEWEST = 2;

/** F96: /logout took the sign-ins of all servers with it. */
export const mode = defineMachineMode({
  code: 'F96',
  title: 'Claude Code holds no sign-in to any server',
  explanation:
    'Claude Code is signed in to Claude, and keeps no sign-in for any server. /logout, as when you change accounts, deletes those of all servers too, and each has to be signed in to again.',
  whatToDo:
    'Sign in to each server once more, with /mcp or the commands shown. To change accounts without that, give the second account its own folder with CLAUDE_CONFIG_DIR.',
  step: 'local',
  severity: 'advice',
  category: 'account',
  // The file does not say that there was a sign-in before.
  confidence: 'possible',
  clients: ['claude-code'],
  requirements: [],
  references: ['https://github.com/anthropics/claude-code/issues/90647'],
  judge: (machine) => {
    const { stores, facts } = machine;
    const account = stores.signIns.find(({ pointer }) => pointer === ACCOUNT_POINTER);
    const others = stores.signIns.filter((one) => one.client === 'claude-code' && one !== account);
    const since = account?.modifiedAt ?? null;
    if (account === undefined || others.length > 0 || since === null) return [];
    const asked = serversThatAsked(machine);
    if (asked.length < FEWEST || facts.now - since > RECENT_MS) return [];
    return [
      {
        detail: `The file was last written ${shortTime(since)}. Servers that have asked for a sign-in: ${asked.map(({ name }) => quotedName(name)).join(', ')}.`,
        evidence: [storedEvidence(account, facts.now), ...asked.map(fileEvidence)],
      },
    ];
  },
});

/** Entries that Claude Code noted as asking for a sign-in, whenever that was. */
function serversThatAsked({ configs, stores }: MachineEvidence): readonly ServerEntry[] {
  const names = new Set(stores.needsAuth.map(({ server }) => server));
  const entries = configs
    .filter(({ client }) => client === 'claude-code')
    .flatMap((config) => config.entries.filter(({ name, url }) => url !== null && names.has(name)));
  return [...new Map(entries.map((entry) => [entry.name, entry])).values()];
}
