import type { Exchange } from '../../model/evidence.ts';

/** The body of an answer, or nothing where there was no answer. */
export function bodyOf({ outcome }: Exchange): string {
  return outcome.kind === 'response' ? outcome.response.body : '';
}
