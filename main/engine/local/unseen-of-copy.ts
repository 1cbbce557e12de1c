import type { System } from '../../contract/words.ts';
import type { NotExamined } from '../model/evidence.ts';
import type { Place } from '../ports.ts';

/** What a machine has besides the home folder, as far as it decides about clients. */
const ELSEWHERE: Readonly<Record<System, string>> = {
  darwin: 'running programs, ports, the keychain and files of an organisation',
  win32: 'running programs, ports and files of an organisation',
  linux: 'running programs, ports and files of an organisation',
};

/** Names what a copied profile does not bring along; none for this machine itself. */
export function unseenOfCopy({ copied, os }: Pick<Place, 'copied' | 'os'>): readonly NotExamined[] {
  if (!copied) return [];
  const what = `The machine that this profile was copied from: its environment, ${ELSEWHERE[os]}`;
  return [{ what, why: 'Of a copied profile only its own files are read.' }];
}
