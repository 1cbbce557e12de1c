import * as z from 'zod';
import { fileChangeSchema, repairCheckSchema, RISKS } from '../../../contract/repair.ts';
import { CLIENT_IDS, OUTCOMES, STEPS } from '../../../contract/words.ts';

/**
 * What the journal's lines say. Texts are masked before they are written, and the bytes of files are
 * in the backups only: no secret is in any of it (safety A13, G13).
 */

const hash = z.string().nullable();

/** One file of a change: how it was and how it is to be. */
const fileRecordSchema = z.object({
  /** As its client names it, in full: what is undone is found by it. */
  path: z.string(),
  before: hash,
  after: hash,
  /** Permission bits before; null where it has none. */
  mode: z.int().nullable(),
  /** Those that it is given, where it does not keep its own: of an undo or a restore. */
  modeAfter: z.int().nullable().optional(),
  /** False for what was removed for good, with the user's leave. */
  kept: z.boolean(),
});
export type FileRecord = z.infer<typeof fileRecordSchema>;

/** What was broken before, to be looked for again after it, also by a later start. */
const lookSchema = z.object({
  /** The offer that was taken. */
  offer: z.string(),
  code: z.string(),
  title: z.string(),
  step: z.enum(STEPS),
  /** RepairPlace: the server by id or address, null for the whole machine. */
  place: z.string().nullable(),
  offline: z.boolean(),
  /** The finding lies on this machine, so nobody needs to be asked. */
  local: z.boolean(),
  /** Only a traced sign-in shows it, so that a check cannot. */
  traced: z.boolean(),
  /** The server that the finding is about; null for one of the machine. */
  target: z.string().nullable(),
  names: z.array(z.object({ client: z.enum(CLIENT_IDS), name: z.string() })),
  /** Where it was found: `file pointer`; empty where no file shows it. */
  spots: z.array(z.string()),
  /** Seen in what logs tell only: they tell it until the server is used again. */
  told: z.boolean(),
  /** How it stood before, made with the same means as the check. */
  verdicts: z.array(z.object({ client: z.string(), outcome: z.enum(OUTCOMES) })),
  errors: z.array(z.string()),
  /** The verdicts when its server was asked; none where nobody asked it. */
  whole: z.array(z.object({ client: z.string(), outcome: z.enum(OUTCOMES) })),
});
export type Look = z.infer<typeof lookSchema>;

const begunSchema = z.object({
  kind: z.literal('begun'),
  id: z.string(),
  at: z.number(),
  work: z.enum(['fix', 'restore', 'undo']),
  code: z.string().nullable(),
  title: z.string(),
  server: z.string().nullable(),
  risk: z.enum(RISKS),
  evidence: z.array(z.string()),
  changes: z.array(fileChangeSchema),
  files: z.array(fileRecordSchema),
  /** Where the bytes before lie; null where no file was there before. */
  backup: z.string().nullable(),
  /** The backup that holds the bytes after, where there are no edits: of an undo or a restore. */
  from: z.string().nullable(),
  undoes: z.string().nullable(),
  undoable: z.boolean(),
  quits: z.array(z.enum(CLIENT_IDS)),
  restarts: z.array(z.enum(CLIENT_IDS)),
  look: lookSchema.nullable(),
  /** The edits, to go on after a crash; null where a text of theirs could be a secret. */
  edits: z.array(z.looseObject({ kind: z.string() })).nullable(),
});
export type Begun = z.infer<typeof begunSchema>;

const eventSchema = z.discriminatedUnion('kind', [
  begunSchema,
  /** Every file is as it was to be, read again from the disk. */
  z.object({ kind: z.literal('written'), id: z.string(), at: z.number() }),
  /** Every file is as it was before. */
  z.object({ kind: z.literal('failed'), id: z.string(), at: z.number(), why: z.string() }),
  z.object({
    kind: z.literal('checked'),
    id: z.string(),
    at: z.number(),
    checks: z.array(repairCheckSchema),
  }),
]);
export type JournalEvent = z.infer<typeof eventSchema>;

/** @returns the event, or null where it is none that this version knows */
export function parseEvent(value: unknown): JournalEvent | null {
  const parsed = eventSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
