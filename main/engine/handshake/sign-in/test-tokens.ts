import type { RegistrationAttempt } from '../../model/registration-evidence.ts';
import type { Tokens } from '../oauth/read-tokens.ts';
import type { ClientIdentity } from '../oauth/client-identity.ts';

/**
 * What a sign-in makes at a server and must take away again, or keep by the user's wish. It is told
 * before anything is used, so that a program that dies in the middle leaves what the next start finds.
 * @see safety D22, F2
 */
export interface TestTokens {
  /** A registration that was tried; `identity` is null where it was refused. */
  registered(attempt: RegistrationAttempt, identity: ClientIdentity | null): Promise<void>;
  issued(tokens: Tokens, identity: ClientIdentity, scope: string | null): Promise<void>;
}
