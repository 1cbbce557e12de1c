import * as z from 'zod';
import { OUTCOMES } from './words.ts';

/**
 * How one server stands, in a line: for a list of many, where a whole report would bury the rest.
 * Beside `standingOf` and not in its file, since the command line needs that without the schemas.
 */
export const standingSchema = z.strictObject({
  outcome: z.enum(OUTCOMES),
  /** The first thing to fix, or what is known instead; a title or a sentence. */
  says: z.string(),
  /** The mode behind it, or null. */
  code: z.string().nullable(),
});
export type Standing = z.infer<typeof standingSchema>;
