import * as z from 'zod';
import { CLIENT_IDS } from './words.ts';

/**
 * What a window and the command line show of repairs, backups, the journal and the bundle. No value
 * of a file that could be secret is in any of it: diffs are masked, a line that changed under its
 * mask says so (safety A13).
 */

export const AUTOMATIONS = ['apply', 'guided', 'instructions'] as const;
export const RISKS = ['low', 'sign-in-again', 'lost-for-good'] as const;

/** A fix as a finding names it. Its id is the same as long as the finding stands. */
export const offerSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  code: z.string(),
  title: z.string(),
  automation: z.enum(AUTOMATIONS),
  undoable: z.boolean(),
});
export type Offer = z.infer<typeof offerSchema>;

export const diffLineSchema = z.strictObject({
  kind: z.enum(['same', 'removed', 'added', 'gap']),
  /** Line numbers from 1; null on the side where the line is not. */
  before: z.int().nullable(),
  after: z.int().nullable(),
  /** Masked; control characters shown. */
  text: z.string(),
  /** What differs lies under the mask. */
  maskedChange: z.boolean(),
});
export type DiffLine = z.infer<typeof diffLineSchema>;

export const fileChangeSchema = z.strictObject({
  file: z.string(),
  /** The file that is written where `file` is a link; else null. */
  leadsTo: z.string().nullable(),
  what: z.enum(['changed', 'created', 'removed']),
  lines: z.array(diffLineSchema),
  /** SHA-256 of the bytes before and after; null where there is no file. */
  hashBefore: z.string().nullable(),
  hashAfter: z.string().nullable(),
  notes: z.array(z.string()),
});
export type FileChange = z.infer<typeof fileChangeSchema>;

const askSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  help: z.string(),
  kind: z.enum(['choice', 'client-id', 'name', 'number', 'file']),
  options: z.array(z.strictObject({ id: z.string(), label: z.string() })),
});

export const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('change'), change: fileChangeSchema }),
  z.strictObject({ kind: z.literal('tell'), text: z.string(), copy: z.string().nullable() }),
  z.strictObject({
    kind: z.literal('wait-for-quit'),
    client: z.enum(CLIENT_IDS),
    /** Null where processes cannot be seen. */
    running: z.boolean().nullable(),
    /** How to quit it fully on this system. */
    text: z.string(),
  }),
  z.strictObject({ kind: z.literal('open-page'), page: z.string(), text: z.string() }),
]);
export type RepairStep = z.infer<typeof stepSchema>;

/** A plan as it is previewed. Its ticket is good for this plan, once (safety B8). */
export const previewSchema = z.strictObject({
  offer: offerSchema,
  /** Made of everything that will be done and of every file as it is now. */
  ticket: z.string(),
  /** What is wrong, in one sentence. */
  why: z.string(),
  risk: z.enum(RISKS),
  asks: z.array(askSchema),
  steps: z.array(stepSchema),
  /** What stays as it is, a line each. */
  leavesAlone: z.array(z.string()),
  /** What will be looked at after it, a line each. */
  checks: z.array(z.string()),
  /** Clients that notice only when they are started again. */
  restarts: z.array(z.enum(CLIENT_IDS)),
  /** Why it cannot be applied now: closed, an obstacle, a client that runs, an answer that is missing. */
  blocked: z.array(z.strictObject({ why: z.string(), whatToDo: z.string() })),
});
export type Preview = z.infer<typeof previewSchema>;

/** What became of the thing that was broken. */
const CHECK_RESULTS = ['gone', 'still-there', 'worse', 'not-seen'] as const;
export const repairCheckSchema = z.strictObject({
  what: z.string(),
  result: z.enum(CHECK_RESULTS),
  says: z.string(),
});
export type RepairCheck = z.infer<typeof repairCheckSchema>;

const ENTRY_STATES = [
  /** Begun and not ended: a crash, a kill. Can be finished or undone. */
  'unfinished',
  'applied',
  'undone',
  /** The file was changed by somebody else since; undo is offered with both shown. */
  'changed-since',
  /** What was written is gone: the client wrote the file again (F123). */
  'wiped',
  'failed',
] as const;
/** One change that was made: what was wrong, what was done, what it did. */
export const journalEntrySchema = z.strictObject({
  id: z.string(),
  at: z.string(),
  state: z.enum(ENTRY_STATES),
  kind: z.enum(['fix', 'restore', 'undo']),
  code: z.string().nullable(),
  title: z.string(),
  /** The server by its name, masked; null where it is about no server. */
  server: z.string().nullable(),
  /** What was seen before, a line each. */
  evidence: z.array(z.string()),
  changes: z.array(fileChangeSchema),
  checks: z.array(repairCheckSchema),
  /** The entry that this one undid, or that undid this one. */
  undoes: z.string().nullable(),
  undoneBy: z.string().nullable(),
  undoable: z.boolean(),
  /** What to do now, in one sentence. */
  next: z.string(),
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;

const backupFileSchema = z.strictObject({
  file: z.string(),
  hash: z.string(),
  size: z.int(),
  /** Octal, `600`; null where it has none. */
  mode: z.string().nullable(),
  modifiedAt: z.string().nullable(),
  /** How it lies on the disk now. */
  now: z.enum(['same', 'differs', 'gone', 'unreadable']),
});
export const backupSchema = z.strictObject({
  id: z.string(),
  at: z.string(),
  /** `before` a change, or `asked` for by a person. */
  why: z.enum(['asked', 'before-fix', 'before-restore', 'before-undo']),
  version: z.string(),
  files: z.array(backupFileSchema),
  /** What of it cannot be read any more or is not what it was, a line each. */
  damaged: z.array(z.string()),
});
export type Backup = z.infer<typeof backupSchema>;

const bundleEntrySchema = z.strictObject({
  name: z.string(),
  what: z.string(),
  size: z.int(),
  hash: z.string(),
  /** How many secrets of which kind were hidden in it. */
  hidden: z.array(z.strictObject({ kind: z.string(), count: z.int() })),
});
export const bundlePreviewSchema = z.strictObject({
  ticket: z.string(),
  entries: z.array(bundleEntrySchema),
  size: z.int(),
  /** What was left out and why, a line each. */
  leftOut: z.array(z.string()),
});
export type BundlePreview = z.infer<typeof bundlePreviewSchema>;
