import { remotePort } from '../local/stores/remote-hash.ts';
import type { LocalEvidence, ServerEntry } from '../model/evidence.ts';
import { REMOTE_PLACES, type RemotePlace } from '../model/machine-facts.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import { speakerOf } from './evidence/entry-client.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { machineEvidence } from './evidence/stored-evidence.ts';
import { shellWord } from './words/shell-word.ts';

const PLACE_WORDS: Readonly<Record<RemotePlace, string>> = {
  wsl: 'This is WSL: the browser runs on Windows.',
  ssh: 'This is an SSH session: the browser runs on the machine you came from.',
  container: 'This is a container: the browser runs outside of it.',
  codespaces: 'This is a codespace: the browser runs on your own machine.',
  'no-display': 'There is no display here: the browser runs on another machine.',
};
/** WSL forwards localhost by itself where it is not switched off; the rest does not. */
const HARMLESS: readonly RemotePlace[] = ['wsl', 'no-display'];

/** F70: a sign-in that comes back to localhost, started where no browser is. */
export const mode = defineTargetMode({
  code: 'F70',
  title: 'Your browser cannot come back to this machine',
  explanation:
    'The sign-in ends at an address on localhost, and localhost is the machine that the browser runs on. Where that is another one, the last page says ERR_CONNECTION_REFUSED and the client waits for nothing.',
  whatToDo:
    'With Claude Code, sign in with the command shown: it prints the address, you open it in your browser, and paste the address of the last page back, also where that page shows an error. With mcp-remote, forward its port with ssh -L before you sign in.',
  step: 'callback',
  severity: 'warning',
  category: 'runtime',
  confidence: 'likely',
  clients: ['claude-code', 'mcp-remote'],
  requirements: [],
  references: [
    'https://code.claude.com/docs/en/mcp',
    'https://github.com/anthropics/claude-code/issues/35740',
    'https://github.com/anthropics/claude-code/issues/20793',
    'https://github.com/anthropics/claude-code/issues/69205',
  ],
  needs: ['local', 'entries'],
  uses: ['first'],
  judge: ({ local, entries, first }) => {
    const places = REMOTE_PLACES.filter((one) => local.facts.remote.includes(one));
    if (places.length === 0 || (first !== null && !asksForSignIn(first))) return [];
    const own = entries.filter((entry) => comesBackHere(entry) && !isSignedIn(entry, local));
    const found = own.map((entry) => occurrence(entry, places, local));
    // Without an answer of the server it is not known that there is a sign-in at all.
    const guess = { severity: 'advice', confidence: 'possible' } as const;
    return first === null ? found.map((one) => ({ ...one, ...guess })) : found;
  },
});

function comesBackHere({ client, url, viaMcpRemote }: ServerEntry): boolean {
  return viaMcpRemote || (client === 'claude-code' && url !== null);
}

/** What is signed in already has found its way back once. */
function isSignedIn(entry: ServerEntry, { stores }: LocalEvidence): boolean {
  const owner = speakerOf(entry);
  return stores.signIns.some((one) => one.client === owner && one.access === 'present');
}

function occurrence(
  entry: ServerEntry,
  places: readonly RemotePlace[],
  local: LocalEvidence,
): Occurrence {
  const port = entry.viaMcpRemote ? remoteCallback(entry, local) : entry.signIn?.callbackPort;
  return {
    detail: [places.map((one) => PLACE_WORDS[one])[0], portWords(entry, port ?? null)].join(' '),
    severity: places.every((one) => HARMLESS.includes(one)) ? 'advice' : 'warning',
    clients: [entry.viaMcpRemote ? 'mcp-remote' : 'claude-code'],
    snippet: commandFor(entry, port ?? null),
    evidence: [machineEvidence('environment', places.join(', ')), fileEvidence(entry)],
  };
}

function portWords({ viaMcpRemote }: ServerEntry, port: number | null): string {
  if (port === null) return '';
  const who = viaMcpRemote ? 'mcp-remote' : 'Claude Code';
  return `${who} waits on port ${port}, so that this one port can be forwarded.`;
}

function commandFor(entry: ServerEntry, port: number | null): string {
  const forward = port === null ? [] : [`ssh -L ${port}:127.0.0.1:${port} user@this-machine`];
  if (entry.viaMcpRemote) return forward[0] ?? 'ssh -L PORT:127.0.0.1:PORT user@this-machine';
  return [`claude mcp login --no-browser ${shellWord(entry.name)}`, ...forward].join('\n');
}

/** The port of the arguments, else that of the registration, else the one made of the address. */
function remoteCallback(entry: ServerEntry, { stores }: LocalEvidence): number | null {
  if (entry.signIn?.callbackPort != null) return entry.signIn.callbackPort;
  const kept = stores.signIns.flatMap((one) =>
    one.client === 'mcp-remote' ? one.redirectUris : [],
  );
  const registered = kept.flatMap((one) => /^http:\/\/[^/]+:(\d{1,5})\//.exec(one)?.[1] ?? [])[0];
  if (registered !== undefined) return Number(registered);
  return entry.remoteHash === null ? null : remotePort(entry.remoteHash);
}
