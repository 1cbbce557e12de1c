/** A bug of ours as one line of a report; its text is redacted with the rest of the report. */
export function errorWords(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error';
}
