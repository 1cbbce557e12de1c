import type { DocumentAttempt } from '../../model/evidence.ts';
import { headerOf } from '../../probe/header.ts';

/** The content type of the last answer of an address, or an empty text where it names none. */
function contentTypeOf({ exchanges }: DocumentAttempt): string {
  const outcome = exchanges.at(-1)?.outcome;
  if (outcome?.kind !== 'response') return '';
  return headerOf(outcome.response.headers, 'content-type') ?? '';
}

/** Is a document announced as JSON (RFC 9728 §3.2, RFC 8414 §3.2)? No shipped client asks. */
export function isSentAsJson(attempt: DocumentAttempt): boolean {
  return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentTypeOf(attempt));
}

/** What a document was sent as, in words. */
export function typeWords(attempt: DocumentAttempt): string {
  return contentTypeOf(attempt) || 'no content type';
}
