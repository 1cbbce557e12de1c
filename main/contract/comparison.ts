import * as z from 'zod';
import { CLIENT_IDS, OUTCOMES } from './words.ts';

/**
 * What `unblank compare` says of one server: where it stands, what differs between those places, and
 * which difference explains that it works there and not here. Printed as `unblank.comparison/1`.
 */
export const COMPARISON_SCHEMA_ID = 'unblank.comparison/1';

/** What is compared, in the order in which it is shown. */
export const COMPARED = [
  'address',
  'entry',
  'type',
  'command',
  'version-pin',
  'headers',
  'client-id',
  'callback-port',
  'scopes',
  'server-metadata',
  'variables',
  'sets',
  'switched-off',
  'hidden',
  'client',
  'client-version',
  'system',
  'remote',
  'network',
  'certificates',
  'provider',
  'stored',
  'signed-in-at',
  'ended',
  'verdict',
  'finding',
  'machine',
] as const;
export type Compared = (typeof COMPARED)[number];

/** Where it is known from whether a place works. */
export const OUTCOME_SOURCES = ['you', 'report', 'log', 'files', 'nobody'] as const;
export type OutcomeSource = (typeof OUTCOME_SOURCES)[number];

/**
 * What a difference is worth: it explains a failure that was seen; it would explain one; it can
 * matter; it is only told.
 */
const WEIGHTS = ['explains', 'would-explain', 'matters', 'other'] as const;

/** What a comparison comes to as a whole. */
const COMPARISON_ENDS = ['explained', 'possible', 'unexplained', 'alike', 'alone'] as const;

const placeSchema = z.strictObject({
  /** A letter, by which the rest of the comparison names it. */
  id: z.string(),
  kind: z.enum(['entry', 'report']),
  client: z.enum(CLIENT_IDS),
  /** The client and its scope, in words. */
  name: z.string(),
  scope: z.string().nullable(),
  file: z.string(),
  line: z.int().nullable(),
  pointer: z.string().nullable(),
  /** The name of the server there; null where there is none. */
  server: z.string().nullable(),
  url: z.string().nullable(),
  outcome: z.enum(OUTCOMES),
  from: z.enum(OUTCOME_SOURCES),
  /** Why it is taken to be so, as a sentence. */
  why: z.string(),
  /** What differs, where it is another server that was probably meant to be the same; else null. */
  near: z.string().nullable(),
});
export type PlaceReport = z.infer<typeof placeSchema>;

/** The value is null where it is not known of that place. */
const placedValue = z.strictObject({ place: z.string(), value: z.string().nullable() });

const differenceSchema = z.strictObject({
  id: z.enum(COMPARED),
  what: z.string(),
  values: z.array(placedValue),
  explains: z.strictObject({ code: z.string().nullable(), sentence: z.string() }).nullable(),
  weight: z.enum(WEIGHTS),
});
export type Difference = z.infer<typeof differenceSchema>;

export const comparisonSchema = z.strictObject({
  server: z.strictObject({ name: z.string(), url: z.string().nullable() }),
  places: z.array(placeSchema),
  /** Further places that are not compared: more would tell a reader nothing. */
  left: z.int(),
  /** Most telling first. */
  differences: z.array(differenceSchema),
  same: z.array(z.strictObject({ id: z.enum(COMPARED), what: z.string(), value: z.string() })),
  explanation: z.strictObject({
    end: z.enum(COMPARISON_ENDS),
    code: z.string().nullable(),
    sentence: z.string(),
    /** What to do or to compare next. */
    next: z.string(),
  }),
});
export type Comparison = z.infer<typeof comparisonSchema>;
