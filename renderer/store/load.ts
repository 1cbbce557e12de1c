import { AppError, type AppErrorData } from '../../main/contract/errors.ts';

/** Something that is fetched over the bridge: on its way, there, or refused with a coded failure. */
export type Load<T> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly value: T }
  | { readonly phase: 'failed'; readonly error: AppErrorData };

/**
 * The coded form of what a call threw. Anything that is not an AppError is a bug of ours: it is
 * shown as one, without its text (safety B6).
 */
export function toAppErrorData(thrown: unknown): AppErrorData {
  if (thrown instanceof AppError) return { code: thrown.code, params: thrown.params };
  return { code: 'internal', params: { reference: 'window' } };
}
