import { AppError } from '../../contract/errors.ts';
import type { ClientId } from '../../contract/words.ts';
import type { Exchange, NotExamined, TargetEvidence } from '../model/evidence.ts';
import type { System, Transport } from '../../contract/words.ts';
import { traceFileSchema } from './trace-file-schema.ts';

export const TRACE_SCHEMA_ID = 'unblank.trace/1';

/**
 * A traced sign-in with everything that was judged, so that it can be judged again: by a newer Unblank,
 * or by somebody else. Every secret in it was replaced by a tag before anything judged it (safety F1).
 */
export interface TraceFile {
  readonly schema: typeof TRACE_SCHEMA_ID;
  readonly tool: { readonly name: 'unblank'; readonly version: string };
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly os: System;
  /** False where it was cancelled or a part was lost. */
  readonly complete: boolean;
  readonly target: {
    readonly id: string;
    readonly transport: Transport;
  };
  /** The clients that were judged, by version; null where a client's rules name none. */
  readonly clients: readonly { readonly id: ClientId; readonly version: string | null }[];
  readonly evidence: TargetEvidence;
  readonly exchanges: readonly Exchange[];
  readonly notExamined: readonly NotExamined[];
  /** What became of the tokens, one line each. */
  readonly tokensAfter: readonly string[];
}

/**
 * Reads a saved trace.
 * @param text of the file
 * @throws AppError `not-a-trace` where it is none, with the first thing that is wrong
 */
export function parseTraceFile(text: string): TraceFile {
  const parsed = traceFileSchema.safeParse(readJson(text));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const at = first?.path.join('.') ?? '';
  throw new AppError('not-a-trace', { reason: `${at || 'the file'}: ${first?.message ?? ''}` });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    throw new AppError('not-a-trace', { reason: 'it is no JSON.' });
  }
}
