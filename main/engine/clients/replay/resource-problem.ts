import { isAskable } from '../../probe/is-askable.ts';
import type { DocumentAttempt } from '../../model/evidence.ts';
import {
  isUsableResourceMetadata,
  looksLikeServerMetadata,
  resourceMetadataDefect,
} from './resource-metadata.ts';

/**
 * The code of what is wrong with the resource metadata, for a client that ends up without any: the
 * same judgement that the modes make, so that verdict and finding agree.
 * @param attempts the addresses that this client asked
 * @see F16, F22, F23, F24, F25, F27
 */
export function resourceProblem(attempts: readonly DocumentAttempt[]): string {
  const named = attempts.find((one) => one.place === 'header');
  if (named !== undefined && !isAskable(named.url)) return 'F22';
  if (named?.json && isWrongDocument(named)) return 'F23';
  if (attempts.some(isGuarded)) return 'F25';
  const document = attempts.find((one) => one.json !== null);
  if (document === undefined) return 'F24';
  return hasMalformedMember(document) ? 'F16' : 'F27';
}

/** Is it resource metadata that clients drop because of a member besides the two that count? */
function hasMalformedMember(document: DocumentAttempt): boolean {
  const defect = isWrongDocument(document) ? null : resourceMetadataDefect(document.json!);
  return defect !== null && defect !== 'resource' && defect !== 'authorization_servers';
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
