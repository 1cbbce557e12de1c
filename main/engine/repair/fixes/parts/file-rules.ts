import type { ClientId } from '../../../../contract/words.ts';
import type { FixPlan } from '../../../model/fix.ts';
import type { MachineEvidence, ServerEntry } from '../../../model/evidence.ts';

type Rules = Pick<FixPlan, 'quits' | 'restarts' | 'closed'>;

/** What holds for a change in a file of a client: who must be quit, who notices, why it is closed. */
export function fileRules(file: string, client: ClientId, machine: MachineEvidence): Rules {
  return { quits: quitsFor(file, client), restarts: [client], closed: closedFor(file, machine) };
}

/** The same for the file of an entry. */
export function entryRules({ file, client }: ServerEntry, machine: MachineEvidence): Rules {
  return fileRules(file, client, machine);
}

const WRITTEN_BY_CODE = /[\\/](?:\.claude\.json|\.credentials\.json|mcp-needs-auth-cache\.json)$/;

/** Clients that keep the file in memory and would write over the change. */
// SECURITY: G10
export function quitsFor(file: string, client: ClientId): readonly ClientId[] {
  if (client === 'claude-desktop-stdio' || client === 'claude-desktop-3p') return [client];
  return client === 'claude-code' && WRITTEN_BY_CODE.test(file) ? ['claude-code'] : [];
}

const BY_SCOPE: Readonly<Record<string, string>> = {
  managed:
    'Your organisation writes this file, so Unblank leaves it alone. Ask your IT department.',
  plugin:
    'A plugin brought this file, and its next update writes it anew. Tell the plugin’s author.',
  extension:
    'An extension brought this file, and its next update writes it anew. Tell the extension’s author.',
};

/**
 * Why a file is not edited, or null.
 * @see safety G16
 */
export function closedFor(file: string, machine: MachineEvidence): string | null {
  const config = machine.configs.find((one) => one.file === file);
  const settings = machine.settings.find((one) => one.file === file);
  // SECURITY: G16 — what an organisation wrote is read-only to us.
  if (settings?.managed === true) return BY_SCOPE['managed'] ?? null;
  const byScope = BY_SCOPE[config?.scope ?? settings?.scope ?? ''];
  if (byScope !== undefined) return byScope;
  if (file.endsWith('.toml')) {
    return 'This file is TOML, which Unblank reads and does not write. Change it by hand as shown.';
  }
  const isBroken = config?.state === 'broken' || settings?.state === 'broken';
  return isBroken
    ? 'The file is not valid JSON. Repair that first, then this can be changed.'
    : null;
}
