import type { System } from '../../../../contract/words.ts';

const COMMANDS: Readonly<Record<System, string>> = {
  darwin: 'sudo sntp -sS time.apple.com',
  win32: 'w32tm /resync',
  linux: 'sudo timedatectl set-ntp true',
};

/** The command with which a system sets its clock by the network. */
export function setClock(os: System): string {
  return COMMANDS[os];
}
