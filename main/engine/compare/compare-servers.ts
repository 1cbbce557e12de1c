import { AppError } from '../../contract/errors.ts';
import type { Comparison } from '../../contract/comparison.ts';
import type { ClientId } from '../../contract/words.ts';
import { speakerOf } from '../modes/evidence/entry-client.ts';
import { looksLikeAddress, parseAddress } from '../run/parse-address.ts';
import { configuredTargets } from '../run/plan.ts';
import { comparePlaces, withLetters } from './compare-places.ts';
import { entryPlace, type ComparedMachine } from './entry-places.ts';
import { nearness, SAME, type Meant } from './nearness.ts';
import type { ComparedPlace } from './place.ts';
import { reportPlaces, type SavedReport } from './report-places.ts';
import { shownUrl } from './shown.ts';
import { withSaid, type Said } from './said.ts';

/** Which servers are compared. */
export type CompareChoice =
  /** Every server that stands in two or more places. */
  | { readonly kind: 'all' }
  /** One of this machine, by its id in the overview. */
  | { readonly kind: 'server'; readonly id: string }
  /** One by its name or address, as a person typed it. */
  | { readonly kind: 'typed'; readonly text: string };

export interface CompareInput extends ComparedMachine {
  readonly reports: readonly SavedReport[];
}

/** One thing that names a server: an entry, or a server of a saved report. */
interface Subject {
  readonly meant: readonly Meant[];
  readonly clients: readonly ClientId[];
  readonly places: (wanted: readonly ClientId[]) => readonly ComparedPlace[];
}

/**
 * Compares servers across everything that was read. Pure: contacts nobody, reads nothing.
 * @param said which place works and which fails, where the user told
 * @throws AppError `unknown-name`, `unknown-target`, `bad-address` where the choice names nothing;
 *   `bad-option` where `said` does
 */
export function compareServers(
  input: CompareInput,
  choice: CompareChoice,
  said: Said,
): readonly Comparison[] {
  const subjects = subjectsOf(input);
  const groups =
    choice.kind === 'all' ? allGroups(subjects) : [chosenGroup(input, subjects, choice)];
  return groups.flatMap((members) => {
    const places = placesOf(members.slice(0, PLACE_LIMIT));
    if (choice.kind === 'all' && places.length < 2) return [];
    const meant = members.flatMap(({ subject }) => subject.meant);
    const url = meant.find((one) => one.url !== null)?.url ?? null;
    const name = meant.find((one) => one.name !== null)?.name ?? url ?? 'server';
    const left = Math.max(0, members.length - PLACE_LIMIT);
    return [comparePlaces({ name, url }, withSaid(withLetters(places), said), left)];
  });
}

/** Nobody reads more; a file can hold a hundred thousand. */
const PLACE_LIMIT = 100;
/** Everything is held against everything, so there is an end to it. */
const ENTRY_LIMIT = 3000;

interface Member {
  readonly subject: Subject;
  /** What differs from the server that was asked for; null where it is that one. */
  readonly near: string | null;
}

function subjectsOf(input: CompareInput): readonly Subject[] {
  const entries = input.machine.configs.flatMap((config) => config.entries);
  return [
    ...entries.map((entry) => ({
      meant: [{ name: entry.name, url: entry.url }],
      clients: [speakerOf(entry)],
      places: () => [entryPlace(entry, input)],
    })),
    ...input.reports.flatMap((saved) =>
      saved.report.targets.map((target) => ({
        meant:
          target.names.length === 0
            ? [{ name: null, url: target.url }]
            : target.names.map(({ name }) => ({ name, url: target.url })),
        clients: target.names.map(({ client }) => client),
        places: (wanted: readonly ClientId[]) => reportPlaces(saved, target, wanted),
      })),
    ),
  ];
}

/** Everything that means the same as one of these, those that are the same first. */
function around(seed: readonly Meant[], subjects: readonly Subject[], wide: boolean): Member[] {
  const members = subjects.flatMap((subject): Member[] => {
    const found = subject.meant.flatMap((one) =>
      seed.flatMap((other) => nearness(other, one, wide) ?? []),
    );
    const [first] = found;
    if (first === undefined) return [];
    return [{ subject, near: found.includes(SAME) ? null : first }];
  });
  return members.toSorted((one, two) => Number(one.near !== null) - Number(two.near !== null));
}

function allGroups(subjects: readonly Subject[]): readonly (readonly Member[])[] {
  if (subjects.length > ENTRY_LIMIT)
    throw new AppError('bad-option', {
      reason: `The files here have ${subjects.length} entries. Name the server to compare.`,
    });
  const taken = new Set<Subject>();
  return subjects.flatMap((subject) => {
    if (taken.has(subject)) return [];
    const group = around(subject.meant, subjects, false).filter((one) => !taken.has(one.subject));
    for (const member of group) taken.add(member.subject);
    return [group];
  });
}

function chosenGroup(
  { machine }: CompareInput,
  subjects: readonly Subject[],
  choice: Exclude<CompareChoice, { readonly kind: 'all' }>,
): readonly Member[] {
  if (choice.kind === 'typed') return typedGroup(choice.text, subjects);
  const target = configuredTargets(machine).targets.find(({ id }) => id === choice.id);
  if (target === undefined) throw new AppError('unknown-target');
  const [first] = target.entries;
  return around([{ name: first?.name ?? null, url: target.url }], subjects, true);
}

function typedGroup(text: string, subjects: readonly Subject[]): readonly Member[] {
  if (looksLikeAddress(text)) {
    const seed = { name: null, url: parseAddress(text) };
    const group = around([seed], subjects, true);
    if (group.length === 0) throw new AppError('unknown-name', { name: shownUrl(text) });
    return group;
  }
  const seed = subjects.flatMap(({ meant }) => meant).find(({ name }) => name === text);
  if (seed === undefined) throw new AppError('unknown-name', { name: text });
  return around([seed], subjects, true);
}

/** Reports of bare addresses are read for the clients that the other places have. */
function placesOf(members: readonly Member[]): readonly ComparedPlace[] {
  const named = members.flatMap(({ subject }) => subject.clients);
  const wanted = [...new Set<ClientId>([...named, 'claude-code'])];
  return members.flatMap(({ subject, near }) =>
    subject.places(wanted).map((place) => ({ ...place, near })),
  );
}
