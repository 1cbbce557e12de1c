import type { Compared } from '../../contract/comparison.ts';
import { CLIENT_WORDS, OUTCOME_WORDS, STEP_WORDS } from '../../contract/words.ts';
import type { EntryFact } from '../model/entry-fact.ts';
import { shortTime } from '../run/short-time.ts';
import type { ComparedPlace } from './place.ts';
import { shown, shownUrl } from './shown.ts';
import { keptWords, signedInAt } from './stored-words.ts';

/** What one place says on one row. */
export interface Reading {
  /** What tells two places apart; may hold what must not be shown. */
  readonly key: string;
  readonly shown: string;
}

export interface ComparedRow {
  readonly id: Compared;
  readonly what: string;
  /** Whether a difference here can decide between working and failing. */
  readonly matters: boolean;
  /** Null where it is not known of that place. */
  readonly read: (place: ComparedPlace) => Reading | null;
}

const SYSTEM_NAMES = { darwin: 'macOS', win32: 'Windows', linux: 'Linux' } as const;

function row(
  id: Compared,
  what: string,
  read: (place: ComparedPlace) => string | null,
  matters = true,
): ComparedRow {
  return {
    id,
    what,
    matters,
    read: (place) => {
      const value = read(place);
      return value === null ? null : { key: value, shown: shown(value) };
    },
  };
}

/** A row that only entries of configurations can fill. */
function entryRow(
  id: Compared,
  what: string,
  read: (entry: NonNullable<ComparedPlace['entry']>) => string,
): ComparedRow {
  return row(id, what, ({ entry }) => (entry === null ? null : read(entry)));
}

/** Everything that is compared, in the order of the contract. */
export const ROWS: readonly ComparedRow[] = [
  {
    id: 'address',
    what: 'Address',
    matters: true,
    read: ({ url }) => (url === null ? null : { key: url, shown: shownUrl(url) }),
  },
  row('entry', 'Name', ({ server }) => server, false),
  row('type', 'Type', ({ entry }) => (entry === null ? null : typeOf(entry))),
  entryRow('command', 'Command', ({ entry: { command } }) => command ?? 'none'),
  row('version-pin', 'mcp-remote', ({ entry, client }) =>
    entry === null || client !== 'mcp-remote' ? null : (entry.pin ?? 'no version named'),
  ),
  entryRow('headers', 'Headers', ({ entry: { facts } }) => listed(namesOf(facts, 'header'))),
  entryRow('client-id', 'OAuth client id', ({ entry: { signIn } }) =>
    signIn?.clientId == null ? 'none' : `given: ${signIn.clientId}`,
  ),
  entryRow('callback-port', 'Callback port', ({ entry: { signIn } }) =>
    signIn?.callbackPort == null ? 'the client’s own' : String(signIn.callbackPort),
  ),
  entryRow('scopes', 'Scopes', ({ entry: { signIn } }) =>
    signIn === null || signIn.scopes.length === 0
      ? 'as the server says'
      : listed([...signIn.scopes].toSorted()),
  ),
  entryRow('server-metadata', 'Server metadata', ({ entry: { signIn } }) =>
    signIn?.serverMetadataUrl == null ? 'as the server says' : shownUrl(signIn.serverMetadataUrl),
  ),
  entryRow('variables', 'Variables', ({ entry: { facts } }) => listed(variablesOf(facts))),
  entryRow('sets', 'Sets for its command', ({ entry: { facts } }) =>
    listed(namesOf(facts, 'sets')),
  ),
  entryRow('switched-off', 'Switched off', ({ switchedOff }) => switchedOff ?? 'no'),
  entryRow('hidden', 'Passed over for', (place) => hiddenWords(place)),
  row('client', 'Client', ({ client }) => CLIENT_WORDS[client]),
  {
    ...row('client-version', 'Client version', ({ machine }) => machine.clientVersion),
    // Versions of two clients are not one thing.
    read: ({ client, machine: { clientVersion } }) =>
      clientVersion === null
        ? null
        : {
            key: `${client} ${clientVersion}`,
            shown: shown(`${CLIENT_WORDS[client]} ${clientVersion}`),
          },
  },
  row('system', 'System', ({ machine: { system } }) =>
    system === null ? null : SYSTEM_NAMES[system],
  ),
  row('remote', 'Runs in', ({ machine: { remote } }) => list(remote)),
  row('network', 'Proxy', ({ machine: { network } }) => list(network)),
  row('certificates', 'Certificates', ({ machine: { certificates } }) => list(certificates)),
  row('provider', 'Model provider', ({ machine: { provider } }) => provider, false),
  row('stored', 'Kept sign-in', keptWords),
  row('signed-in-at', 'Signed in at', signedInAt),
  { id: 'ended', what: 'Last attempt', matters: true, read: readEnd },
  row('verdict', 'Verdict', ({ outcome: { from, outcome, code } }) =>
    from === 'report' ? `${OUTCOME_WORDS[outcome]}${code === null ? '' : `, ${code}`}` : null,
  ),
  row('finding', 'Found in the file', ({ findings, kind }) =>
    kind === 'entry' ? listed(findings) : null,
  ),
];

function typeOf({ entry }: NonNullable<ComparedPlace['entry']>): string {
  if (entry.declaredType !== null) return entry.declaredType;
  if (entry.viaMcpRemote) return 'mcp-remote’s own choice';
  return entry.command === null ? 'none' : 'none, starts a command';
}

function hiddenWords({ hiddenBy, hiddenInCodeTab }: NonNullable<ComparedPlace['entry']>): string {
  const inTab = hiddenInCodeTab === null ? [] : [`${hiddenInCodeTab}, in the Code tab`];
  return [hiddenBy ?? [], inTab].flat().join('; ') || 'nothing';
}

type Named = Extract<EntryFact, { readonly kind: 'header' | 'sets' }>;

function namesOf(facts: readonly EntryFact[], kind: Named['kind']): readonly string[] {
  const own = facts.filter((one): one is Named => one.kind === kind);
  return [...new Set(own.map(({ name }) => name))].toSorted();
}

function variablesOf(facts: readonly EntryFact[]): readonly string[] {
  const texts = facts.flatMap((one) => (one.kind === 'variable' ? [variableWords(one)] : []));
  return [...new Set(texts)].toSorted();
}

function variableWords({
  name,
  hasDefault,
  isSet,
}: Extract<EntryFact, { readonly kind: 'variable' }>): string {
  const state = isSet === null ? 'not looked at' : isSet ? 'set here' : 'not set here';
  return `${name} (${state}${hasDefault ? ', has a default' : ''})`;
}

function listed(texts: readonly string[]): string {
  return texts.length === 0 ? 'none' : texts.join(', ');
}
function list(texts: readonly string[] | null): string | null {
  return texts === null ? null : listed(texts);
}

/** When it was is shown and not compared: two attempts are never made at one time. */
function readEnd({ story }: ComparedPlace): Reading | null {
  if (story === null) return null;
  const again = story.kind === 'loop' ? ', again and again' : '';
  const code = story.code === null ? '' : ` (${story.code})`;
  const at = story.last === null ? '' : `, ${shortTime(story.last)}`;
  const end = `${endOf(story)}${code}${again}`;
  return { key: end, shown: shown(`${end}${at}`) };
}

function endOf({ ended, step }: NonNullable<ComparedPlace['story']>): string {
  return {
    connected: 'connected',
    'needs-sign-in': 'asked for a sign-in',
    failed: `failed at ${STEP_WORDS[step]}`,
    closed: 'ended on purpose',
    open: 'not ended',
  }[ended];
}
