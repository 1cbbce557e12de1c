import type { ClientId } from '../../../contract/words.ts';
import { ACCOUNT_POINTER } from '../../local/stores/claude-code-sign-ins.ts';
import { remoteHash } from '../../local/stores/remote-hash.ts';
import type { FixContext } from '../../model/fix.ts';
import type { MachineEvidence, ServerEntry } from '../../model/evidence.ts';
import type { NeedsAuthEntry, RemoteLock, StoredSignIn } from '../../model/store-evidence.ts';

/** Something that a client keeps of one server, and that a fix could take away. */
export type KeptThing =
  | { readonly kind: 'sign-in'; readonly file: string; readonly of: StoredSignIn }
  | { readonly kind: 'remote-files'; readonly file: string; readonly of: StoredSignIn }
  | { readonly kind: 'lock'; readonly file: string; readonly of: RemoteLock }
  | { readonly kind: 'note'; readonly file: string; readonly of: NeedsAuthEntry };

type Given = Pick<FixContext, 'finding' | 'target' | 'machine'>;

/**
 * What a finding is about among the things that clients keep: what its evidence points at; where it
 * points at none, what the client keeps of this one server whose log the finding quotes.
 */
export function keptThings(context: Given): readonly KeptThing[] {
  const all = everything(context.machine);
  const shown = all.filter((one) => isShown(one, context));
  return shown.length > 0 ? shown : all.filter((one) => isQuoted(one, context));
}

/** Does the evidence point at the thing itself? */
function isShown(thing: KeptThing, { finding }: Pick<Given, 'finding'>): boolean {
  return finding.evidence.some(
    (one) =>
      one.kind === 'store' && one.file === thing.file && (one.pointer ?? null) === pointerOf(thing),
  );
}

/** The entries, of all clients, that use the thing. */
export function usersOf(thing: KeptThing, machine: MachineEvidence): readonly ServerEntry[] {
  return machine.configs.flatMap(({ entries }) => entries).filter((entry) => uses(entry, thing));
}

function everything({ stores }: MachineEvidence): readonly KeptThing[] {
  return [
    ...stores.signIns
      .filter(({ pointer }) => pointer !== ACCOUNT_POINTER)
      .map((of): KeptThing => ({
        kind: of.client === 'mcp-remote' ? 'remote-files' : 'sign-in',
        file: of.file,
        of,
      })),
    ...stores.locks.map((of): KeptThing => ({ kind: 'lock', file: of.file, of })),
    ...stores.needsAuth.map((of): KeptThing => ({ kind: 'note', file: of.file, of })),
  ];
}

function pointerOf(thing: KeptThing): string | null {
  return 'pointer' in thing.of ? thing.of.pointer : null;
}

/** A line in the log of the client that keeps it, about the server of which it keeps it. */
function isQuoted(thing: KeptThing, { finding, target, machine }: Given): boolean {
  if (target === null || (thing.kind !== 'sign-in' && thing.kind !== 'remote-files')) return false;
  const users = usersOf(thing, machine);
  const isOurs = users.some(({ file, pointer }) =>
    target.names.some((one) => one.file === file && one.pointer === pointer),
  );
  const keepers = new Set<ClientId>([thing.of.client, ...users.map(({ client }) => client)]);
  return (
    isOurs &&
    finding.evidence.some((one) => {
      const log = one.kind === 'log' ? machine.logs.find(({ file }) => file === one.file) : null;
      return log != null && keepers.has(log.client);
    })
  );
}

function uses(entry: ServerEntry, thing: KeptThing): boolean {
  switch (thing.kind) {
    case 'remote-files':
    case 'lock':
      return isHashOf(thing.of.hash, entry);
    case 'note':
      return entry.client === 'claude-code' && entry.name === thing.of.server;
    case 'sign-in':
      return entry.client === thing.of.client && entry.name === thing.of.server;
  }
}

/** Versions before 0.1.36 hashed the address alone, so that entries with other headers share it. */
function isHashOf(hash: string | null, { viaMcpRemote, url, remoteHash: own }: ServerEntry) {
  if (!viaMcpRemote || hash === null) return false;
  return own === hash || (url !== null && remoteHash(url) === hash);
}
