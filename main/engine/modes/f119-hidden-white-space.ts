import type { EntryFact } from '../model/entry-fact.ts';
import type { ServerEntry } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { entryPlaceEvidence } from './evidence/entry-place.ts';
import { quotedName } from './words/quoted-name.ts';

type SpaceFact = Extract<EntryFact, { readonly kind: 'white-space' }>;

/** F119: white space that does not show, in a value that is compared letter by letter. */
export const mode = defineMachineMode({
  code: 'F119',
  title: 'An entry holds white space that does not show',
  explanation:
    'A space, line feed or invisible character came along when a value was pasted. It is sent with it: a token with a space behind it is another token, and an address with one is another address.',
  whatToDo:
    'Delete the value at the place shown and type or paste it again without spaces around it.',
  step: 'local',
  severity: 'warning',
  category: 'deployment',
  confidence: 'likely',
  clients: ['claude-code', 'claude-desktop-stdio', 'mcp-remote'],
  requirements: [],
  references: ['https://code.claude.com/docs/en/mcp'],
  judge: ({ configs }) =>
    configs
      .flatMap(({ entries }) => entries)
      .flatMap((entry) => {
        const facts = entry.facts.filter((fact) => fact.kind === 'white-space');
        return facts.length === 0 ? [] : [hidden(entry, facts)];
      }),
});

const WORDS: Readonly<Record<SpaceFact['where'], string>> = {
  ends: 'at the beginning or end of a value',
  inside: 'inside a value',
  name: 'in a name',
};

function hidden(entry: ServerEntry, facts: readonly SpaceFact[]): Occurrence {
  const places = facts.map(({ where, at }) => `line ${at.line}, ${WORDS[where]} (${at.pointer})`);
  const decisive = facts.some(({ at }) =>
    /\/(?:url|serverUrl|httpUrl|headers)(?:\/|$)/.test(at.pointer),
  );
  return {
    clients: [entry.client],
    title: `Hidden white space in the entry ${quotedName(entry.name)}`,
    detail: `It stands in ${places.slice(0, 5).join('; ')}.`,
    severity: decisive ? 'error' : 'warning',
    entries: [entry.id],
    evidence: facts.slice(0, 5).map(({ at }) => entryPlaceEvidence(entry, at)),
  };
}
