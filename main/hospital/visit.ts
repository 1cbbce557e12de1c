import type { Ask, Reply } from './message.ts';

/** A browser that stands before the sign-in with a request in which nothing is wrong. */
export interface Visit {
  readonly ask: Ask;
  /** Agrees for the user. @returns the address at the client, with a code, state and iss */
  readonly agree: () => string;
}

/** What a visit is answered with. */
export type SignInPage = (visit: Visit) => Reply;
