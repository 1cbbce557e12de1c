import {
  COMPARED,
  type Comparison,
  type Difference,
  type PlaceReport,
} from '../../contract/comparison.ts';
import { CLIENT_WORDS } from '../../contract/words.ts';
import { redactStrings } from '../redact/report.ts';
import { visible } from '../redact/visible.ts';
import { explain, type Explanations, type Hit } from './explain.ts';
import { explanationOf } from './explanation-of.ts';
import { machineRows } from './machine-rows.ts';
import type { ComparedPlace } from './place.ts';
import { ROWS, type ComparedRow, type Reading } from './rows.ts';
import { shown, shownUrl } from './shown.ts';

/**
 * Compares the places of one server. Pure; everything in the result is masked and its hidden
 * characters are made visible.
 * @param server what to call it
 * @param places with their letters (`withLetters`)
 * @param left how many more there are
 */
export function comparePlaces(
  server: { readonly name: string; readonly url: string | null },
  places: readonly ComparedPlace[],
  left = 0,
): Comparison {
  const explanations = explain(places);
  const rows = [...ROWS, ...machineRows(places)].map((row) => readRow(row, places));
  const differences = rows
    .flatMap((one) => differenceOf(one, explanations))
    .toSorted((one, two) => rankOf(one, explanations) - rankOf(two, explanations));
  const same = rows.flatMap(sameOf);
  const comparison: Comparison = {
    server: { name: visible(server.name), url: server.url === null ? null : shownUrl(server.url) },
    places: places.map(placeReport),
    left,
    differences,
    same,
    explanation: explanationOf(places, explanations, differences),
  };
  return redactStrings(comparison, shown);
}

/** Gives the places letters, in their order. */
export function withLetters(places: readonly ComparedPlace[]): readonly ComparedPlace[] {
  return places.map((one, index) => ({ ...one, id: letterOf(index) }));
}

function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}

interface ReadRow {
  readonly row: ComparedRow;
  readonly readings: readonly { readonly place: string; readonly reading: Reading | null }[];
  /** Distinct readings, in the order of the places. */
  readonly keys: ReadonlyMap<string, Reading>;
  readonly known: number;
}

function readRow(row: ComparedRow, places: readonly ComparedPlace[]): ReadRow {
  const readings = places.map((place) => ({ place: place.id, reading: row.read(place) }));
  const known = readings.flatMap(({ reading }) => reading ?? []);
  return {
    row,
    readings,
    keys: new Map(known.map((one) => [one.key, one])),
    known: known.length,
  };
}

function differenceOf(
  { row, readings, keys }: ReadRow,
  { hits, isKnown }: Explanations,
): Difference[] {
  const hit = hits.find((one) => one.row === row.id && row.id !== 'machine');
  if (keys.size < 2 && (hit === undefined || keys.size === 0)) return [];
  const looksSame = keys.size > 1 && new Set([...keys.values()].map((one) => one.shown)).size === 1;
  const values = readings.map(({ place, reading }) => ({
    place,
    value: reading && (looksSame ? `${reading.shown} (differs where it is masked)` : reading.shown),
  }));
  const explains = isKnown && hit !== undefined && (hit.isSure || hit === hits[0]);
  const weight = explains ? 'explains' : weightOf(hit, row);
  return [{ id: row.id, what: row.what, values, explains: hit ? explainsOf(hit) : null, weight }];
}

function weightOf(hit: Hit | undefined, { matters }: ComparedRow): Difference['weight'] {
  if (hit !== undefined) return 'would-explain';
  return matters ? 'matters' : 'other';
}

function explainsOf({ code, sentence }: Hit): NonNullable<Difference['explains']> {
  return { code, sentence };
}

function sameOf({ row, keys, known }: ReadRow): Comparison['same'] {
  const [only] = keys.values();
  if (keys.size !== 1 || only === undefined || known < 2 || isNothing(only)) return [];
  return [{ id: row.id, what: row.what, value: only.shown }];
}

/** That nobody has a thing need not be told. */
function isNothing({ key }: Reading): boolean {
  return ['none', 'no', 'nothing'].includes(key);
}

/** What explains most comes first; what explains nothing stands in the order of the contract. */
function rankOf({ id, weight }: Difference, { hits }: Explanations): number {
  const hit = hits.findIndex((one) => one.row === id);
  if (hit !== -1 && weight !== 'matters' && weight !== 'other') return hit;
  return (weight === 'matters' ? 100 : 200) + COMPARED.indexOf(id);
}

function placeReport(place: ComparedPlace): PlaceReport {
  const { id, kind, client, scope, file, line, pointer, server, url, outcome, near } = place;
  return {
    id,
    kind,
    client,
    name: nameOf(place),
    scope,
    file: visible(file),
    line,
    pointer: pointer === null ? null : visible(pointer),
    server: server === null ? null : visible(server),
    url: url === null ? null : shownUrl(url),
    outcome: outcome.outcome,
    from: outcome.from,
    why: outcome.why,
    near,
  };
}

/** The client with its scope: `mcp-remote, started by Claude Desktop, local servers (user)`. */
function nameOf({ client, startedBy, scope, kind }: ComparedPlace): string {
  const by = startedBy === null ? '' : `, started by ${CLIENT_WORDS[startedBy]}`;
  const where = scope === null ? '' : ` (${scope})`;
  return `${CLIENT_WORDS[client]}${by}${where}${kind === 'report' ? ', in a report' : ''}`;
}
