import type { DocumentAttempt } from '../../model/evidence.ts';
import { isUsableResourceMetadata, looksLikeServerMetadata } from './resource-metadata.ts';

/**
 * The code of what is wrong with the resource metadata, for a client that ends up without any: the
 * same judgement that the modes make, so that verdict and finding agree.
 * @param attempts the addresses that this client asked
 * @see F23, F24, F25, F27
 */
export function resourceProblem(attempts: readonly DocumentAttempt[]): string {
  const named = attempts.find((one) => one.place === 'header');
  if (named?.json && isWrongDocument(named)) return 'F23';
  if (attempts.some(isGuarded)) return 'F25';
  return attempts.some((one) => one.json !== null) ? 'F27' : 'F24';
}

/** Is it a JSON document, but none of protected resource metadata (F23)? */
export function isWrongDocument(attempt: DocumentAttempt): boolean {
  const { json } = attempt;
  if (json === null || isUsableResourceMetadata(attempt)) return false;
  return (
    looksLikeServerMetadata(json) ||
    (json.resource === undefined && json.authorization_servers === undefined)
  );
}

/** Does the address ask for a login or answer with a page (F25)? */
export function isGuarded(attempt: DocumentAttempt): boolean {
  const { problem } = attempt;
  if (problem === null) return false;
  if (problem.kind === 'status') return problem.status === 401 || problem.status === 403;
  return problem.kind === 'html' || problem.kind === 'redirect';
}
