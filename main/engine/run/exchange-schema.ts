import * as z from 'zod';
import { STEPS } from '../../contract/words.ts';
import type { Exchange, Json, JsonObject, Purpose } from '../model/evidence.ts';
import { FAILURE_KINDS } from '../ports.ts';

/*
 * The forms of evidence as a saved trace has them (run/trace-file.ts). Words that only evidence uses
 * are taken as any text: a newer Unblank may have written one that we do not know, and what judges it
 * passes over what it does not know.
 */

const json: z.ZodType<Json> = z.json();
export const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), json);
export const headers = z.array(z.tuple([z.string(), z.string()]));
/** Milliseconds since 1970; what no date can be is no time (ECMA-262, Time Values). */
export const time = z.number().min(-8.64e15).max(8.64e15);
/** A word that only evidence uses. */
export const word = <T extends string>() => z.string() as unknown as z.ZodType<T>;

const outcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('response'),
    response: z.object({
      status: z.int(),
      headers,
      body: z.string(),
      truncated: z.boolean(),
    }),
  }),
  z.object({
    kind: z.literal('failure'),
    failure: z.enum(FAILURE_KINDS),
    code: z.string(),
    message: z.string(),
  }),
]);

export const exchangeSchema: z.ZodType<Exchange> = z.object({
  id: z.string(),
  step: z.enum(STEPS),
  purpose: word<Purpose>(),
  startedAt: time,
  durationMs: z.number(),
  request: z.object({
    method: z.enum(['GET', 'POST', 'OPTIONS', 'DELETE']),
    url: z.string(),
    headers,
    body: z.string().nullable(),
  }),
  outcome,
});
