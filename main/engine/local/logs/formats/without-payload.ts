const PAYLOAD =
  /^(?:Message from server: |\[(?:Local→Remote|Remote→Local)\] |(?:Local → Remote|Remote → Local) message )/;

/**
 * SECURITY: H13: what a server answers, and what a tool returns, is text of others: it says nothing of
 * the connection, whatever stands in it.
 */
export function withoutPayload(message: string): string {
  return PAYLOAD.exec(message)?.[0].trimEnd() ?? message;
}
