import { remoteHash } from '../local/stores/remote-hash.ts';
import type { LocalEvidence, ServerEntry } from '../model/evidence.ts';
import type { ProcessTwins } from '../model/machine-facts.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { machineEvidence, storedEvidence } from './evidence/stored-evidence.ts';

/** F129: two processes of mcp-remote sign in to one server and disturb each other. */
export const mode = defineTargetMode({
  code: 'F129',
  title: 'Two processes of mcp-remote disturb each other',
  explanation:
    'Two processes of mcp-remote were started for one server. Each begins a sign-in of its own and they share one store, so that the browser comes back to the one that does not wait: the callback is refused, or the code does not fit the verifier.',
  whatToDo:
    'Quit Claude Desktop fully, also in the tray, see that no process of mcp-remote is left, and start it once. Use the newest mcp-remote.',
  step: 'callback',
  severity: 'warning',
  category: 'runtime',
  confidence: 'likely',
  clients: ['mcp-remote'],
  requirements: [],
  references: [
    'https://github.com/geelen/mcp-remote/issues/245',
    'https://github.com/anthropics/claude-code/issues/35294',
  ],
  needs: ['local', 'entries'],
  judge: ({ local, entries }) => [...running(entries, local), ...deadLocks(local)],
});

function running(entries: readonly ServerEntry[], { facts }: LocalEvidence): readonly Occurrence[] {
  const own = entries.filter(({ viaMcpRemote }) => viaMcpRemote);
  const hashes = new Set(own.flatMap(({ url }) => (url === null ? [] : [remoteHash(url)])));
  const twins = (facts.twins ?? []).filter(({ hash }) => hash !== null && hashes.has(hash));
  return twins.map((one) => ({
    detail: `Now they are the processes ${one.pids.join(', ')}.`,
    severity: isChatAndCode(one) ? 'advice' : 'warning',
    evidence: [
      machineEvidence('processes', `mcp-remote with this address: ${one.pids.join(', ')}`),
      ...own.map(fileEvidence),
    ],
  }));
}

/** Two clients that each start their own are meant that way, and share the store all the same. */
function isChatAndCode({ under }: ProcessTwins): boolean {
  return under.length > 1;
}

function deadLocks({ stores, facts }: LocalEvidence): readonly Occurrence[] {
  return stores.locks
    .filter(({ alive }) => alive === false)
    .map((one) => ({
      title: 'A dead process of mcp-remote holds its lock',
      explanation:
        'A process of mcp-remote noted that it signs in, and is gone without taking the note back. A new one can wait for it, or take another port than the one that was registered.',
      whatToDo:
        'Delete this one file, with a copy kept. It holds a process id and a port, and no sign-in.',
      severity: 'advice',
      confidence: 'certain',
      evidence: [storedEvidence(one, facts.now)],
    }));
}
