/** What happened, and what to do next; one sentence each. */
export interface Headline {
  readonly headline: string;
  readonly next: string;
}
