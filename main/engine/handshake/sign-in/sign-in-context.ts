import type { Client } from '../../model/client.ts';
import type { Exchange, TargetEvidence } from '../../model/evidence.ts';
import type { NavigationEvent } from '../../model/navigation-event.ts';
import type { Clock } from '../../ports.ts';
import type { Send } from '../../probe/sender.ts';
import type { Secret } from '../../secrets/secret.ts';
import type { SignInPage } from '../../sign-in-ports.ts';
import type { SecretKeeper } from '../record/secret-keeper.ts';
import type { TestTokens } from './test-tokens.ts';

/** What the user asked for of a sign-in. */
export interface SignInWishes {
  readonly given: { readonly id: string; readonly secret: Secret | null } | null;
  /** Scopes to ask for instead of what the client would ask for, or null. */
  readonly scope: string | null;
  readonly headless: boolean;
  readonly thorough: boolean;
  readonly keep: boolean;
}

/** What every step of one traced sign-in has in common. */
export interface SignInContext {
  readonly client: Client;
  /** As it was gathered; nothing in it is hidden yet. */
  readonly target: TargetEvidence;
  readonly wishes: SignInWishes;
  /** Sends and gives back what really came; what becomes evidence goes through `record`. */
  readonly send: Send;
  readonly record: (exchange: Exchange) => Exchange;
  readonly keeper: SecretKeeper;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly page: SignInPage;
  /** The window's events, as they come; a visit takes them one after the other. */
  readonly events: EventSource;
  readonly tokens: TestTokens;
}

/** Hands the events of the window to whoever listens at the time. */
export interface EventSource {
  listen(listener: (event: NavigationEvent) => void): () => void;
}
