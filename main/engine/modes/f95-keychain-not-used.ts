import type { MachineEvidence } from '../model/evidence.ts';
import { defineMachineMode } from '../model/mode.ts';
import type { StoredSignIn } from '../model/store-evidence.ts';
import { machineEvidence, storedEvidence } from './evidence/stored-evidence.ts';

/** F95: on macOS sign-ins lie in a file, where they belong in the keychain. */
export const mode = defineMachineMode({
  code: 'F95',
  title: 'Claude Code may not reach your keychain',
  explanation:
    'On macOS Claude Code keeps sign-ins in the keychain, and in a file only where the keychain refuses: it is locked, as in an SSH session, or damaged. Then every start can ask for a sign-in again.',
  whatToDo:
    'Open Keychain Access and unlock the login keychain, or run the command shown in the session in which Claude Code runs; it asks for your password itself. Then sign in again. Update Claude Code. Do not delete the item before you know that another session does not use it.',
  step: 'local',
  severity: 'warning',
  category: 'runtime',
  // That a file means a keychain that refused is a conclusion; an older version may have left it.
  confidence: 'possible',
  clients: ['claude-code'],
  requirements: [],
  references: [
    'https://code.claude.com/docs/en/troubleshooting',
    'https://github.com/anthropics/claude-code/issues/57674',
  ],
  judge: (machine) => {
    if (machine.os !== 'darwin') return [];
    const inFile = machine.stores.signIns.filter(isPlainFile);
    if (inFile.length === 0) return [];
    return [
      {
        snippet: 'security unlock-keychain ~/Library/Keychains/login.keychain-db',
        ...alsoInKeychain(machine),
        evidence: [
          ...inFile.slice(0, 3).map((one) => storedEvidence(one, machine.facts.now)),
          ...keychainEvidence(machine),
        ],
      },
    ];
  },
});

function isPlainFile({ client, access, refresh }: StoredSignIn): boolean {
  return client === 'claude-code' && (access === 'present' || refresh === 'present');
}

function alsoInKeychain({ stores }: MachineEvidence): { readonly detail?: string } {
  if (stores.keychain === null || stores.keychain.length === 0) return {};
  return { detail: 'The keychain has an item of Claude Code as well: there are two stores.' };
}

function keychainEvidence({ stores }: MachineEvidence) {
  return (stores.keychain ?? []).map(({ service }) =>
    machineEvidence('keychain', `an item of ${service} is there`),
  );
}
