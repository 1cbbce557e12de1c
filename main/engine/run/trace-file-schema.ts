import * as z from 'zod';
import { CLIENT_IDS, SYSTEMS, TRANSPORTS } from '../../contract/words.ts';
import { targetEvidenceSchema } from './evidence-schema.ts';
import { exchangeSchema } from './exchange-schema.ts';
import type { TraceFile } from './trace-file.ts';

/** A saved trace. Members that we do not know are left out. */
export const traceFileSchema: z.ZodType<TraceFile> = z.object({
  schema: z.literal('unblank.trace/1'),
  tool: z.object({ name: z.literal('unblank'), version: z.string() }),
  startedAt: z.string(),
  durationMs: z.number(),
  os: z.enum(SYSTEMS),
  complete: z.boolean(),
  target: z.object({ id: z.string(), transport: z.enum(TRANSPORTS) }),
  clients: z.array(z.object({ id: z.enum(CLIENT_IDS), version: z.string().nullable() })),
  evidence: targetEvidenceSchema,
  exchanges: z.array(exchangeSchema),
  notExamined: z.array(z.object({ what: z.string(), why: z.string() })),
  tokensAfter: z.array(z.string()),
});
