import { defineFix } from '../../model/fix.ts';
import type { Operation } from '../../model/operation.ts';
import type { ServerEntry } from '../../model/evidence.ts';
import { hasUnknownType } from '../../clients/replay/unknown-type.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { shownEntries } from './parts/entries-of.ts';
import { entryRules } from './parts/file-rules.ts';
import { hasPlainKeys } from './parts/plain-keys.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';

/** F113: an entry names a transport that is none, or that the server does not speak. */
export const fix = defineFix({
  name: 'correct-type',
  codes: ['F113'],
  isDestructive: false,
  plan: (context) =>
    shownEntries(context)
      .filter((entry) => entry.viaMcpRemote || entry.command !== null || hasPlainKeys(entry))
      .flatMap((entry) => {
        const type = rightType(entry, context.finding.snippet);
        if (type === null) return [];
        return [
          planOf({
            ...entryRules(entry, context.machine),
            about: aboutPlace(entry.file, entry.pointer),
            title: `Change the type of ${quotedName(entry.name)} to ${type}`,
            operations: [writeType(entry, type)],
            leavesAlone: ['The address and the headers of the entry stay.', 'Other servers stay.'],
          }),
        ];
      }),
});

type Type = 'http' | 'sse' | 'ws' | 'stdio';

/** What the finding says where the server was asked; else the known word that was meant. */
function rightType(entry: ServerEntry, snippet: string | null): Type | null {
  const offered = /^"type": "(http|sse)"$/.exec(snippet ?? '')?.[1];
  if (offered === 'http' || offered === 'sse') return offered;
  return hasUnknownType(entry) ? meantType(entry) : null;
}

function meantType({ declaredType, command, url }: ServerEntry): Type {
  if (url === null) return command === null ? 'http' : 'stdio';
  if (/^wss?:/i.test(url)) return 'ws';
  return /sse|event/i.test(declaredType ?? '') ? 'sse' : 'http';
}

function writeType({ file, pointer, viaMcpRemote }: ServerEntry, type: Type): Operation {
  if (!viaMcpRemote) return { kind: 'set-value', file, pointer: `${pointer}/type`, value: type };
  // SECURITY: I4 — only the one flag, in a form of ours.
  const by = { kind: 'add-argument', flag: '--transport', value: `${type}-only` } as const;
  return { kind: 'change-value', file, pointer, by };
}
