import type { SettingsFile } from '../../model/settings-evidence.ts';
import type { Ports } from '../../ports.ts';

/** Stand-in until the real one is here. */
export function gatherSettings(
  _ports: Pick<Ports, 'files' | 'place'>,
  _signal: AbortSignal,
): Promise<readonly SettingsFile[]> {
  return Promise.resolve([]);
}
