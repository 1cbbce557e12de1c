import type { System } from '../../contract/words.ts';

const SYSTEMS: Readonly<Record<string, System>> = { darwin: 'darwin', win32: 'win32' };

/** The system that runs us; all that are neither macOS nor Windows count as Linux. */
export function ownSystem(platform: string = process.platform): System {
  return SYSTEMS[platform] ?? 'linux';
}
