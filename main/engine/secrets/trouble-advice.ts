import type { System } from '../../contract/words.ts';
import type { KeychainTrouble } from '../sign-in-ports.ts';

type BySystem = Readonly<Record<System, string>>;
type Advice = string | BySystem;

const KEEPS = 'Until then, tokens are held in memory only and are gone when Unblank ends.';

/** One row for each trouble: what is wrong, and what to do on this system. */
const ADVICE: Readonly<Record<KeychainTrouble, Advice>> = {
  missing: {
    linux: `No keychain answers on this machine. Start one that speaks the Secret Service, for example gnome-keyring, KWallet or KeePassXC, in the same desktop session. ${KEEPS}`,
    darwin: `The login keychain was not found. Open Keychain Access and make one. ${KEEPS}`,
    win32: `The Credential Manager does not answer. Check that its service (VaultSvc) may run. ${KEEPS}`,
  },
  locked: {
    linux: `The keychain is locked. Unlock it, for example in “Passwords and Keys”, and try again. ${KEEPS}`,
    darwin: `The login keychain is locked. Unlock it in Keychain Access and try again. ${KEEPS}`,
    win32: `Windows gives no access to the Credential Manager in this session. Sign in to Windows with a password or PIN and try again. ${KEEPS}`,
  },
  denied: {
    linux: `The keychain did not let Unblank in. Allow it when the keychain asks, and try again. ${KEEPS}`,
    darwin: `macOS did not let Unblank in. Choose “Allow” when it asks, or allow it in Keychain Access under “Access Control”. ${KEEPS}`,
    win32: `Windows did not let Unblank in. A policy of your organisation may forbid stored credentials. ${KEEPS}`,
  },
  cancelled: `The question for the keychain was closed without an answer. Try again and unlock it. ${KEEPS}`,
  timeout: {
    linux: `The keychain did not answer within 10 seconds. Look for a window that asks for its password, answer it and try again. ${KEEPS}`,
    darwin: `The keychain did not answer within 10 seconds. Look for a window that asks for its password, answer it and try again. ${KEEPS}`,
    win32: `The Credential Manager did not answer within 10 seconds. Try again; if it stays, restart Windows. ${KEEPS}`,
  },
  corrupt:
    'This entry in the keychain is damaged: a part of it is missing or was changed. Delete it and sign in again.',
  failed: `The keychain failed without a reason that Unblank knows. Try again; if it stays, restart the keychain or this machine. ${KEEPS}`,
};

/** What to tell people about a trouble. Made of our own words only (safety F9). */
export function adviceFor(trouble: KeychainTrouble, system: System): string {
  const advice = ADVICE[trouble];
  return typeof advice === 'string' ? advice : advice[system];
}
