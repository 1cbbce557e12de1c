import { isAtLeast } from '../local/version.ts';
import type { EntryFact } from '../model/entry-fact.ts';
import type { ServerEntry } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { entryPlaceEvidence } from './evidence/entry-place.ts';
import { quotedName } from './words/quoted-name.ts';

type PackageFact = Extract<EntryFact, { readonly kind: 'package' }>;

/** The first version that does not hand a server’s address to the shell (CVE-2025-6514). */
const SAFE = '0.1.16';

/**
 * F136: mcp-remote without a version, or with one that runs what a server says. The catalogue of
 * failures has no code for it; the number is the first that it does not use.
 */
// SECURITY: I5
export const mode = defineMachineMode({
  code: 'F136',
  title: 'No fixed version of mcp-remote is asked for',
  explanation:
    'Without a version npx runs whatever was published last, or what it has kept from long ago. Each new version has its own store, so that you sign in again; and a bad release would run at once.',
  whatToDo: 'Write the version behind the name, for example mcp-remote@0.15.1.',
  step: 'local',
  severity: 'advice',
  category: 'runtime',
  confidence: 'certain',
  clients: ['mcp-remote'],
  requirements: [],
  references: [
    'https://nvd.nist.gov/vuln/detail/CVE-2025-6514',
    'https://github.com/punkpeye/mcp-remote',
  ],
  judge: ({ configs }) =>
    configs
      .flatMap(({ entries }) => entries)
      .flatMap((entry) =>
        entry.facts.flatMap((fact) => (fact.kind === 'package' ? judged(entry, fact) : [])),
      ),
});

function judged(entry: ServerEntry, { version, at }: PackageFact): readonly Occurrence[] {
  const seen = { entries: [entry.id], evidence: [entryPlaceEvidence(entry, at)] };
  const name = quotedName(entry.name);
  if (version === null || !/^v?\d+\.\d+\.\d+/.test(version)) {
    return [{ ...seen, title: `The entry ${name} starts mcp-remote without a version` }];
  }
  if (isAtLeast(version.replace(/^v/, ''), SAFE)) return [];
  return [
    {
      ...seen,
      title: `The entry ${name} starts an unsafe mcp-remote`,
      explanation: `mcp-remote before ${SAFE} hands the address of the sign-in page to the system without checking it. A server can run any program on this machine that way (CVE-2025-6514).`,
      detail: `The entry asks for version ${version}.`,
      severity: 'error',
    },
  ];
}
