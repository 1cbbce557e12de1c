import { CLIENT_WORDS } from '../../contract/words.ts';
import type { EntryFact } from '../model/entry-fact.ts';
import type { ComparedPlace, PlaceEntry } from './place.ts';
import type { Explained, Rule } from './rule.ts';

/** Two entries of configurations: what only the failing one has or lacks. */
type OfEntries = (
  works: ComparedPlace & { readonly entry: PlaceEntry },
  fails: ComparedPlace & { readonly entry: PlaceEntry },
) => Explained | null;

/** A rule that needs to see the entry of the failing place, whatever the other one is. */
function ofEntry(
  rule: Omit<Rule, 'explains'>,
  explains: (fails: PlaceEntry, works: ComparedPlace, at: string) => Explained | null,
): Rule {
  return {
    ...rule,
    explains: (works, fails) =>
      fails.entry === null ? null : explains(fails.entry, works, fails.id),
  };
}

function ofEntries(rule: Omit<Rule, 'explains'>, explains: OfEntries): Rule {
  return {
    ...rule,
    explains: (works, fails) =>
      works.entry === null || fails.entry === null
        ? null
        : explains({ ...works, entry: works.entry }, { ...fails, entry: fails.entry }),
  };
}

/** Differences in what the entries say, in the order in which a client meets them. */
export const ENTRY_RULES: readonly Rule[] = [
  ofEntry({ row: 'type', code: 'F112', confidence: 'certain' }, (fails, works, at) =>
    !lacksType(fails) || (works.entry !== null && lacksType(works.entry))
      ? null
      : {
          sentence: `${at} has a url and no type. Claude Code takes it for a local command and leaves it out${typeAt(works)}.`,
          next: `Add "type": "http" to ${at}.`,
        },
  ),
  ofEntry({ row: 'client', code: 'F111', confidence: 'certain' }, (fails, works, at) =>
    !isSkipped(fails) || (works.entry !== null && isSkipped(works.entry))
      ? null
      : {
          sentence: `${at} is an address in the file of Claude Desktop, which only starts commands and skips it. ${works.id} connects by itself.`,
          next: `Add the address in Claude under Settings, Connectors, or let mcp-remote connect in ${at}.`,
        },
  ),
  ofEntry({ row: 'switched-off', code: 'F116', confidence: 'certain' }, (fails, works, at) =>
    fails.switchedOff === null || works.entry?.switchedOff != null
      ? null
      : {
          sentence: `${at} is ${fails.switchedOff}, so its client never connects from there.`,
          next: 'Type /mcp in Claude Code and switch it on or approve it.',
        },
  ),
  ofEntry({ row: 'hidden', code: 'F117', confidence: 'certain' }, (fails, works, at) =>
    fails.hiddenBy === null || works.entry?.hiddenBy != null
      ? null
      : {
          sentence: `${at} is passed over: Claude Code takes ${fails.hiddenBy}.`,
          next: `Rename one of the two, or remove the one that is not meant.`,
        },
  ),
  {
    row: 'hidden',
    code: 'F117',
    confidence: 'possible',
    // Logs are those of the command line, which takes it; only the user can mean the Code tab.
    explains: (works, fails) => {
      const other = fails.entry?.hiddenInCodeTab ?? null;
      const isMeant = fails.outcome.from === 'you' && works.entry?.hiddenInCodeTab == null;
      return other === null || !isMeant
        ? null
        : {
            sentence: `In the Code tab of Claude Desktop ${fails.id} is passed over for ${other}; in a terminal it counts.`,
            next: `Rename one of the two, or make them the same.`,
          };
    },
  },
  ofEntry({ row: 'variables', code: 'F118', confidence: 'certain' }, (fails, works, at) => {
    const unset = unsetIn(fails).filter((name) => !unsetIn(works.entry).includes(name));
    return unset.length === 0
      ? null
      : {
          sentence: `${at} uses ${unset.join(', ')}, which is not set here; the text with the braces is sent instead.`,
          next: `Set ${unset.join(', ')} where the client is started, or give a default: \${NAME:-value}.`,
        };
  }),
  ofEntry({ row: 'finding', code: 'F119', confidence: 'likely' }, (fails, works, at) =>
    !has(fails, 'white-space') || (works.entry !== null && has(works.entry, 'white-space'))
      ? null
      : {
          sentence: `${at} holds white space that does not show; it is sent as part of the value.`,
          next: `Write the value in ${at} again by hand.`,
        },
  ),
  ofEntry({ row: 'headers', code: 'F86', confidence: 'likely' }, (fails, works, at) =>
    !hasCredential(fails) || works.entry === null || hasCredential(works.entry)
      ? null
      : {
          sentence: `${at} sends an Authorization header of its own. With it Claude Code does not sign in, and a value that the server refuses ends there; ${works.id} has none.`,
          next: `Remove the header from ${at}, or put a valid value there.`,
        },
  ),
  ofEntries({ row: 'headers', code: null, confidence: 'likely' }, (works, fails) =>
    !hasCredential(works.entry) || hasCredential(fails.entry)
      ? null
      : {
          sentence: `${works.id} brings its own Authorization header and does not sign in; ${fails.id} has none and must sign in.`,
          next: `What fails is the sign-in itself: unblank trace it, or give ${fails.id} the header, too.`,
        },
  ),
  ofEntries({ row: 'client-id', code: 'F40', confidence: 'likely' }, (works, fails) =>
    works.entry.entry.signIn?.clientId == null || fails.entry.entry.signIn?.clientId != null
      ? null
      : {
          sentence: `${works.id} gives a client id that was registered by hand; ${fails.id} gives none and must register by itself, which not every server lets it.`,
          next: `Give ${fails.id} the same client id.`,
        },
  ),
  ofEntries({ row: 'client-id', code: 'F50', confidence: 'possible' }, (works, fails) => {
    const [own, other] = [fails.entry.entry.signIn?.clientId, works.entry.entry.signIn?.clientId];
    return own == null || own === other
      ? null
      : {
          sentence: `${fails.id} signs in with another client id than ${works.id}; the server may not know it any more, or not with this callback.`,
          next: `Compare the two client ids with what the authorization server has registered.`,
        };
  }),
  ofEntries({ row: 'callback-port', code: 'F44', confidence: 'possible' }, (works, fails) => {
    const [own, other] = [
      fails.entry.entry.signIn?.callbackPort ?? null,
      works.entry.entry.signIn?.callbackPort ?? null,
    ];
    return own === other
      ? null
      : {
          sentence: `${fails.id} is called back on ${portWords(own)}, ${works.id} on ${portWords(other)}. A server that compares redirect addresses letter by letter takes only the registered one.`,
          next: 'Use the port of the redirect address that is registered.',
        };
  }),
  ofEntries({ row: 'scopes', code: 'F65', confidence: 'possible' }, (works, fails) =>
    scopesOf(works.entry) === scopesOf(fails.entry)
      ? null
      : {
          sentence: `${fails.id} asks for other scopes than ${works.id}; one that the server does not offer ends the sign-in, one that is missing ends the first call.`,
          next: `Give ${fails.id} the scopes of ${works.id}.`,
        },
  ),
  ofEntries({ row: 'server-metadata', code: 'F28', confidence: 'likely' }, (works, fails) =>
    metadataOf(works.entry) === metadataOf(fails.entry)
      ? null
      : {
          sentence: `${works.id} and ${fails.id} take the metadata of the authorization server from different addresses.`,
          next: `Give ${fails.id} the address of ${works.id}.`,
        },
  ),
  ofEntries({ row: 'type', code: 'F113', confidence: 'likely' }, (works, fails) => {
    const [one, other] = [works.entry.entry.transport, fails.entry.entry.transport];
    const isKnown = SPOKEN.includes(one) && SPOKEN.includes(other);
    return !isKnown || one === other
      ? null
      : {
          sentence: `${fails.id} speaks ${other}, ${works.id} speaks ${one}. A server that offers only one of them answers the other with 404 or 405.`,
          next: `Set the type of ${fails.id} to ${one}.`,
        };
  }),
  ofEntries({ row: 'headers', code: null, confidence: 'possible' }, (works, fails) => {
    const missing = headersOf(works.entry).filter((name) => !headersOf(fails.entry).includes(name));
    return missing.length === 0
      ? null
      : {
          sentence: `${works.id} sends ${missing.join(', ')}; ${fails.id} does not.`,
          next: `Add ${missing.join(', ')} to ${fails.id}.`,
        };
  }),
];

const SPOKEN: readonly string[] = ['http', 'sse', 'ws'];

function lacksType({ entry }: PlaceEntry): boolean {
  const { client, url, command, declaredType } = entry;
  return client === 'claude-code' && url !== null && command === null && declaredType === null;
}

/** What the working place has in its stead, where that is a word in a file. */
function typeAt({ id, client, entry }: ComparedPlace): string {
  const type = entry?.entry.declaredType ?? null;
  if (type !== null) return `; ${id} says “${type}”`;
  return client === 'claude-code' ? '' : `; ${CLIENT_WORDS[client]} needs none`;
}

function isSkipped({ entry }: PlaceEntry): boolean {
  const isDesktop = entry.client === 'claude-desktop-stdio';
  return isDesktop && entry.command === null && entry.url !== null;
}

function unsetIn(place: PlaceEntry | null): readonly string[] {
  const names = (place?.entry.facts ?? []).flatMap((one) =>
    one.kind === 'variable' && one.isSet === false && !one.hasDefault ? [one.name] : [],
  );
  return [...new Set(names)];
}

function has({ entry }: PlaceEntry, kind: EntryFact['kind']): boolean {
  return entry.facts.some((one) => one.kind === kind);
}

function headersOf({ entry }: PlaceEntry): readonly string[] {
  return entry.facts.flatMap((one) => (one.kind === 'header' ? [one.name.toLowerCase()] : []));
}

function hasCredential(place: PlaceEntry): boolean {
  return headersOf(place).includes('authorization');
}

function portWords(port: number | null): string {
  return port === null ? 'a port of its own choice' : `port ${port}`;
}

function scopesOf({ entry }: PlaceEntry): string {
  return [...(entry.signIn?.scopes ?? [])].toSorted().join(' ');
}

function metadataOf({ entry }: PlaceEntry): string {
  return entry.signIn?.serverMetadataUrl ?? '';
}
