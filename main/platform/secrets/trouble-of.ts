import type { KeychainTrouble } from '../../engine/sign-in-ports.ts';

/**
 * How the packages say it, in the order in which it is looked for. Seen on Linux with gnome-keyring
 * 48 (main/platform/secrets/real-keyring.test.ts); for macOS the texts of
 * SecCopyErrorMessageString and for Windows those of its system errors, as documented.
 */
const SAYINGS: readonly (readonly [KeychainTrouble, RegExp])[] = [
  ['cancelled', /cancell?ed|dismissed/i],
  ['timeout', /did not receive a reply|timed? ?out\b|NoReply/i],
  [
    'denied',
    /access is denied|AccessDenied|not permitted|permission denied|passphrase you entered is not correct|authorization|required entitlement/i,
  ],
  [
    'locked',
    /\blocked\b|IsLocked|interaction is not allowed|no logon session|logon session does not/i,
  ],
  [
    'missing',
    /autolaunch|ServiceUnknown|not provided by any|DBUS_SESSION_BUS_ADDRESS|failed to connect|could not connect|no such file|keychain could not be found|no keychain is available|NoSuchKeychain/i,
  ],
];

/**
 * What kind of trouble an error of a keychain is. Its text is read and dropped: nobody can tell what
 * is in it (safety F9, B6).
 */
export function troubleOf(error: unknown): KeychainTrouble {
  const text = error instanceof Error ? error.message : String(error);
  return SAYINGS.find(([, saying]) => saying.test(text))?.[0] ?? 'failed';
}
