import * as z from 'zod';
import { incidentSchema } from './story.ts';
import { CLIENT_IDS } from './words.ts';

/**
 * What is told while the logs of clients are followed (`unblank watch`): one line per happening, and
 * at the end the story of the attempt. Nothing in it is a value that could be secret (safety H2).
 */

/** `waiting` is that something must happen before the client goes on; `note` is said by Unblank. */
export const WATCH_MARKS = ['ok', 'waiting', 'wrong', 'note'] as const;
export type WatchMark = (typeof WATCH_MARKS)[number];

export const WATCH_OUTCOMES = ['connected', 'needs-sign-in', 'failed', 'stopped'] as const;
export type WatchOutcome = (typeof WATCH_OUTCOMES)[number];

/** One line for people. */
export const watchNewsSchema = z.strictObject({
  /** Of the line in the log where it has one, else of the moment in which it was read. */
  at: z.string(),
  /** Null where Unblank itself says something. */
  client: z.enum(CLIENT_IDS).nullable(),
  server: z.string().nullable(),
  mark: z.enum(WATCH_MARKS),
  text: z.string(),
});
export type WatchNews = z.infer<typeof watchNewsSchema>;

/** How it ended: what happened in a sentence, what to do first, and the story behind it. */
export const watchEndSchema = z.strictObject({
  outcome: z.enum(WATCH_OUTCOMES),
  headline: z.string(),
  next: z.string(),
  /** The failure mode that the lines name, with its title; null where they name none. */
  code: z.string().nullable(),
  title: z.string().nullable(),
  incident: incidentSchema.nullable(),
});
export type WatchEnd = z.infer<typeof watchEndSchema>;
