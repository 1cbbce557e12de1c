import * as z from 'zod';
import { backupSchema, bundlePreviewSchema, journalEntrySchema, previewSchema } from './repair.ts';
import { CLIENT_IDS } from './words.ts';

/**
 * The rows of the bridge for repairs, backups, the journal and the bundle; table.ts takes them in.
 *
 * SECURITY: B7, B8. A window names fixes, entries and backups by their ids, files by their place in a
 * list that the host gave it, and what is done by the ticket of its preview. Where something is saved
 * is chosen in a dialog of the host. The answers to what a fix asks are ids of options, a client id, a
 * name or a number, each no longer than a client id; what they may be is checked by the fix.
 */

const nothing = z.strictObject({});
export const runId = z.string().regex(/^run-\d{1,9}$/);
const recordId = z.string().regex(/^[\w.:-]{1,128}$/);
const ticket = z.string().regex(/^[\w.:-]{1,256}$/);

/** The server at which a fix was offered; null for this machine as a whole. */
const placeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('server'), id: z.string().regex(/^[a-z0-9-]{1,64}$/) }),
    z.strictObject({ kind: z.literal('address'), address: z.string().max(2048) }),
  ])
  .nullable();

/** What is planned: each is previewed in the same way and done by its ticket. */
export const repairPlanSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fix'),
    target: placeSchema,
    fix: z.string().regex(/^[a-z0-9-]{1,64}$/),
    answers: z.record(z.string().regex(/^[\w-]{1,64}$/), z.string().max(512)),
  }),
  z.strictObject({ kind: z.literal('undo'), entry: recordId }),
  /** Goes on with what a crash interrupted, or does again what a client wiped. */
  z.strictObject({ kind: z.literal('finish'), entry: recordId }),
  z.strictObject({
    kind: z.literal('restore'),
    backup: recordId,
    /** Places in the list of the backup's files; null is all of them. */
    chosen: z.array(z.int().min(0).max(9999)).min(1).max(10_000).nullable(),
  }),
]);
export type RepairPlan = z.infer<typeof repairPlanSchema>;

/** What became of a plan that was applied. */
export const appliedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), entry: journalEntrySchema }),
  z.strictObject({ kind: z.literal('not-done'), why: z.string() }),
  z.strictObject({ kind: z.literal('refused'), why: z.string(), whatToDo: z.string() }),
]);
export type AppliedRepair = z.infer<typeof appliedSchema>;

/** The most that one piece of a bundle's entry holds, in UTF-16 code units. */
export const BUNDLE_PIECE = 64 * 1024;

const entries = z.strictObject({ entries: z.array(journalEntrySchema) });

export const REPAIR_CALLS = {
  /** Looks again and plans; writes nothing. Ends in `repair.previewed`. */
  'repair.preview': {
    input: z.strictObject({ plan: repairPlanSchema }),
    output: z.strictObject({ runId }),
  },
  /** Does what was previewed, once, after the host has asked. Ends in `repair.applied`. */
  'repair.apply': { input: z.strictObject({ ticket }), output: z.strictObject({ runId }) },
  /** Stops a preview, or an apply that has not begun to write. */
  'repair.cancel': { input: z.strictObject({ runId }), output: nothing },
  /** Which clients run now; null where processes cannot be seen. Contacts nobody. */
  'repair.running': {
    input: nothing,
    output: z.strictObject({ running: z.array(z.enum(CLIENT_IDS)).nullable() }),
  },
  /** What was done, newest first, held against the disk. Contacts nobody. */
  'journal.list': { input: nothing, output: entries },
  /** Looks again at what was applied: was it wiped by a client's next start? */
  'journal.recheck': { input: nothing, output: entries },
  /** The journal, or one entry of it, as Markdown; masked. */
  'journal.markdown': {
    input: z.strictObject({ entry: recordId.nullable() }),
    output: z.strictObject({ text: z.string() }),
  },
  /** Backs up everything that Unblank can change, and only that. */
  'backup.create': { input: nothing, output: z.strictObject({ backup: backupSchema }) },
  'backup.list': { input: nothing, output: z.strictObject({ backups: z.array(backupSchema) }) },
  /** Collects what a bundle would hold, of a finished run or of this machine alone. Saves nothing. */
  'bundle.preview': {
    input: z.strictObject({ runId: runId.nullable() }),
    output: z.strictObject({
      bundle: bundlePreviewSchema,
      /** Where it will be saved; null where the host asks in a dialog. */
      savesTo: z.string().nullable(),
    }),
  },
  /** A piece of one entry, exactly as it would be saved. */
  'bundle.read': {
    input: z.strictObject({
      ticket,
      entry: z.int().min(0).max(9999),
      from: z.int().min(0),
    }),
    output: z.strictObject({
      text: z.string().max(BUNDLE_PIECE),
      /** Where the next piece begins; null at the end. */
      next: z.int().nullable(),
    }),
  },
  /** Saves what was previewed; where, the host asks. Null where the user took it back. */
  'bundle.save': {
    input: z.strictObject({ ticket }),
    output: z.strictObject({
      saved: z.strictObject({ where: z.string(), size: z.int() }).nullable(),
    }),
  },
} as const;

export const REPAIR_EVENTS = {
  'repair.previewed': z.strictObject({ runId, preview: previewSchema }),
  'repair.applied': z.strictObject({ runId, applied: appliedSchema }),
} as const;
