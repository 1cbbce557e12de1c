/** What happened, and what to do next; one sentence each. */
export interface Headline {
  readonly headline: string;
  readonly next: string;
}

/** What was found besides, and is the first thing to mend. */
export interface Cause {
  readonly code: string;
  readonly title: string;
}

/** The cause as the reader finds it among the findings. */
export function named({ code, title }: Cause): string {
  return `${code}, “${title}”`;
}
