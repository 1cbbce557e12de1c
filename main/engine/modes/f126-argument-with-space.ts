import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { entryPlaceEvidence } from './evidence/entry-place.ts';
import { quotedName } from './words/quoted-name.ts';

/** F126: a header with a space in an argument, which is cut in two on the way. */
export const mode = defineMachineMode({
  code: 'F126',
  title: 'A header is cut at its space',
  explanation:
    'The entry gives mcp-remote a header with a space in it. Cursor, and Claude Desktop on Windows, hand such an argument on without quotation marks, so that only its first part arrives and the server sees no token.',
  whatToDo:
    'Write the header without a space and take its value from a variable, as shown; the value with its space goes into env.',
  step: 'local',
  severity: 'error',
  category: 'deployment',
  confidence: 'likely',
  clients: ['claude-desktop-stdio', 'mcp-remote', 'cursor'],
  requirements: [],
  references: ['https://github.com/punkpeye/mcp-remote#readme'],
  judge: (machine) =>
    machine.configs
      .flatMap(({ entries }) => entries)
      .filter((entry) => entry.viaMcpRemote && cutsArguments(entry, machine))
      .flatMap(cut),
});

function cutsArguments({ client }: ServerEntry, { os }: MachineEvidence): boolean {
  return client === 'cursor' || (client === 'claude-desktop-stdio' && os === 'win32');
}

const SNIPPET = `"args": ["…", "--header", "Authorization:\${AUTH_HEADER}"],
"env": { "AUTH_HEADER": "Bearer …" }`;

function cut(entry: ServerEntry): readonly Occurrence[] {
  const facts = entry.facts.filter((fact) => fact.kind === 'spaced-argument');
  if (facts.length === 0) return [];
  return [
    {
      title: `A header of ${quotedName(entry.name)} is cut at its space`,
      snippet: SNIPPET,
      clients: [entry.client, 'mcp-remote'],
      entries: [entry.id],
      evidence: facts.map(({ at }) => entryPlaceEvidence(entry, at)),
    },
  ];
}
