import { OperationProcessingError, UnsupportedOperationError } from 'oauth4webapi';

/** The library's way to name parts of an answer, and how a person would. */
const READABLE: readonly (readonly [RegExp, string])[] = [
  [/"response" body "([^"]+)" property/g, '“$1” of the answer'],
  [/"response" is not a conform .+? Endpoint response/g, 'the answer is not as it must be'],
  [/"response" content-type/g, 'the content type of the answer'],
  [/"response" body/g, 'the body of the answer'],
  [/authorization server metadata does not contain a valid "as\.([^"]+)"/g, '“$1” is no address'],
  [/"([^"]+)"/g, '“$1”'],
];

/**
 * What the strict reader holds against an answer, as a sentence. It names members and never values,
 * so nothing secret is in it.
 * @param error what oauth4webapi threw
 */
export function strictWords(error: unknown): string {
  const isOurs =
    error instanceof OperationProcessingError || error instanceof UnsupportedOperationError;
  // Other errors may carry the text of the server.
  const message = isOurs ? error.message : 'the answer cannot be read';
  const text = READABLE.reduce((said, [pattern, words]) => said.replace(pattern, words), message);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
