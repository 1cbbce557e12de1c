import { isAtLeast } from '../local/version.ts';
import type { AuthorizationServerEvidence, LocalEvidence, ServerEntry } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import type { StoredSignIn } from '../model/store-evidence.ts';
import { loopbackPort } from './evidence/callback-ports.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { entryWithOtherClient, otherServers } from './evidence/other-origin.ts';
import { storedEvidence } from './evidence/stored-evidence.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** F130: what mcp-remote keeps of a server no longer fits. */
export const mode = defineTargetMode({
  code: 'F130',
  title: 'What mcp-remote keeps no longer fits',
  explanation:
    'For each server mcp-remote keeps the registration and the tokens in files. These are of another time: it goes on using them, and the server or the browser refuses.',
  whatToDo:
    'Quit the client that starts mcp-remote. Move away the files of this server only: those whose names begin as the one shown. Sign in again. Other servers keep theirs.',
  step: 'local',
  severity: 'warning',
  category: 'runtime',
  confidence: 'likely',
  clients: ['mcp-remote'],
  requirements: [],
  references: ['https://github.com/geelen/mcp-remote'],
  needs: ['local', 'entries'],
  uses: ['authorizationServers'],
  judge: ({ local, entries, authorizationServers }) => {
    const own = entries.filter(({ viaMcpRemote }) => viaMcpRemote);
    if (own.length === 0) return [];
    const kept = newestOf(local.stores.signIns.filter(({ client }) => client === 'mcp-remote'));
    return [
      ...kept.flatMap((one) => [
        ...otherPort(one, own, local),
        ...otherClient(one, own, local),
        ...otherServer(one, authorizationServers, local),
      ]),
      ...leftBehind(local),
      ...oldLocks(local),
    ];
  },
});

/** Of each hash what the newest version of mcp-remote keeps; the folder v1 follows all numbers. */
function newestOf(signIns: readonly StoredSignIn[]): readonly StoredSignIn[] {
  const newest = new Map<string, StoredSignIn>();
  for (const one of signIns) {
    const before = newest.get(one.hash ?? '');
    if (before === undefined || isNewer(one, before)) newest.set(one.hash ?? '', one);
  }
  return [...newest.values()];
}

function isNewer({ version }: StoredSignIn, before: StoredSignIn): boolean {
  if (version === null || before.version === null) return version === null;
  return isAtLeast(version, before.version);
}

function otherPort(
  one: StoredSignIn,
  entries: readonly ServerEntry[],
  { facts }: LocalEvidence,
): readonly Occurrence[] {
  const ports = one.redirectUris.flatMap((uri) => loopbackPort(uri) ?? []);
  const entry = entries.find(({ signIn }) => signIn?.callbackPort != null);
  const wanted = entry?.signIn?.callbackPort;
  if (entry === undefined || wanted == null || ports.length === 0 || ports.includes(wanted))
    return [];
  return [
    {
      title: 'Your mcp-remote is registered with another port',
      detail: `The entry asks for port ${wanted}; registered is ${ports.join(', ')}. A server that compares the port refuses the sign-in.`,
      evidence: [storedEvidence(one, facts.now), fileEvidence(entry)],
    },
  ];
}

function otherClient(
  one: StoredSignIn,
  entries: readonly ServerEntry[],
  { facts }: LocalEvidence,
): readonly Occurrence[] {
  const entry = entryWithOtherClient(one, entries);
  if (entry === null) return [];
  return [
    {
      title: 'Your mcp-remote keeps another client id',
      detail: 'The entry gives a client id, and the kept registration has another one.',
      confidence: 'possible',
      evidence: [storedEvidence(one, facts.now), fileEvidence(entry)],
    },
  ];
}

function otherServer(
  one: StoredSignIn,
  servers: readonly AuthorizationServerEvidence[] | null,
  { facts }: LocalEvidence,
): readonly Occurrence[] {
  const issuers = otherServers(one, servers);
  if (issuers === null) return [];
  return [
    {
      title: 'Your mcp-remote is signed in at another server',
      detail: `The kept sign-in is of ${one.issuer}; the metadata names ${issuers.join(', ')} now.`,
      evidence: [storedEvidence(one, facts.now)],
    },
  ];
}

/** Each version before v1 had a folder of its own, so that an update begins with nothing. */
function leftBehind({ stores, facts }: LocalEvidence): readonly Occurrence[] {
  const kept = stores.signIns.filter(
    (one) => one.client === 'mcp-remote' && one.access === 'present',
  );
  const newest = new Set(newestOf(kept));
  const old = kept.filter((one) => !newest.has(one));
  if (old.length === 0) return [];
  return [
    {
      title: 'Older versions of mcp-remote left sign-ins behind',
      explanation:
        'Each older version of mcp-remote kept its sign-ins in a folder of its own. An update begins with an empty one, and the tokens of before stay on the disk.',
      whatToDo:
        'Delete the folders of versions that no entry starts any more. The sign-in in use is not among the files shown.',
      severity: 'advice',
      confidence: 'certain',
      evidence: old.map((one) => storedEvidence(one, facts.now)),
    },
  ];
}

/** A sign-in takes minutes. Where the process is known to be gone, F129 says it. */
function oldLocks({ stores, facts }: LocalEvidence): readonly Occurrence[] {
  return stores.locks
    .filter(
      ({ alive, startedAt }) =>
        alive !== false && startedAt !== null && facts.now - startedAt > DAY_MS,
    )
    .map((one) => ({
      title: 'A lock of mcp-remote is older than a day',
      explanation:
        'mcp-remote notes that one of its processes signs in, and other processes wait for that one. A sign-in takes minutes: this note was left behind.',
      whatToDo:
        'Delete this one file, with a copy kept. It holds a process id and a port, and no sign-in.',
      severity: 'advice',
      evidence: [storedEvidence(one, facts.now)],
    }));
}
