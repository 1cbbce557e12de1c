/**
 * A title inside a sentence. Titles quote names themselves: those quotes become single ones, so that
 * it can be seen where each ends.
 */
export function quotedTitle(title: string): string {
  return `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
