import * as z from 'zod';
import { CLIENT_IDS, INCIDENT_ENDS, STEPS } from './words.ts';

/** The story of one attempt of a client, as its log tells it, or of the same attempt again and again. */
export const incidentSchema = z.strictObject({
  client: z.enum(CLIENT_IDS),
  file: z.string(),
  /** As the log names it, or null. */
  server: z.string().nullable(),
  kind: z.enum(['attempt', 'loop']),
  rounds: z.int(),
  periodSeconds: z.number().nullable(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  ended: z.enum(INCIDENT_ENDS),
  step: z.enum(STEPS),
  code: z.string().nullable(),
  /** The story in one sentence. */
  says: z.string(),
  /** The lines of the newest round that tell it. */
  lines: z.array(
    z.strictObject({ line: z.int().nullable(), time: z.string().nullable(), text: z.string() }),
  ),
});
export type IncidentReport = z.infer<typeof incidentSchema>;

/** What a client keeps about a server: a fact, never a value. */
export const storedSchema = z.strictObject({
  client: z.enum(CLIENT_IDS),
  file: z.string(),
  pointer: z.string().nullable(),
  fact: z.string(),
});
export type StoredReport = z.infer<typeof storedSchema>;
