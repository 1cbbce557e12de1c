/**
 * What the npm packages for keychains have in common. Each call may wait for the user, may never
 * come back and may throw anything; KeychainCalls (keychain-calls.ts) stands between it and us.
 */
export interface KeychainBinding {
  readonly name: 'keytar' | 'keyring';
  get(account: string): Promise<string | null>;
  /** @param value plain ASCII and never empty: the packages differ in what else they keep */
  set(account: string, value: string): Promise<void>;
  /** @returns false where there was nothing */
  delete(account: string): Promise<boolean>;
  /** Every account of the service. Reads the values on the way, so only for a repair. */
  accounts(): Promise<readonly string[]>;
}

/** @throws anything, where the package or its binary is not there or does not fit (safety F8) */
export type LoadBinding = (service: string) => Promise<KeychainBinding>;
