import type { KeychainItem } from '../../model/store-evidence.ts';
import type { Machine } from '../../ports.ts';

/** The items in which Claude Code keeps its sign-ins on macOS. */
export const CLAUDE_CODE_SERVICE = 'Claude Code-credentials';

/**
 * Asks the keychain whether items are there, and since when. Never for a value, and only for what
 * the user gave leave to, item by item (safety F7).
 * @param leave services that the user has allowed; without any, nothing is asked
 * @returns null where nobody was allowed to look, or the system tells nothing
 */
export async function keychainPresence(
  machine: Pick<Machine, 'keychainItem'>,
  leave: ReadonlySet<string>,
): Promise<readonly KeychainItem[] | null> {
  // SECURITY: F7. Items of other programs are never asked for, whatever the set holds.
  const services = [...leave].filter(isClaudes);
  if (services.length === 0) return null;
  const found = await Promise.all(
    services.map(async (service) => {
      const item = await machine.keychainItem(service).catch(() => null);
      return item === null ? [] : [{ service, ...item }];
    }),
  );
  return found.flat();
}

/** Also `Claude Code-credentials-<hash>`, of a second configuration folder (claude-code#87702). */
function isClaudes(service: string): boolean {
  return service === CLAUDE_CODE_SERVICE || /^Claude Code-credentials-[\w-]{1,64}$/.test(service);
}
