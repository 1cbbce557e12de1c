import { existsSync } from 'node:fs';
import path from 'node:path';
import type { SavePlace } from '../../engine/app/repair-desk.ts';

/**
 * Where a bundle is saved without a dialog of the system: Downloads, or the home without one. It is
 * said before and after.
 * @param home of the profile that is looked at
 */
export function downloadsPlace(home: string): SavePlace {
  const place = (name: string): string => {
    const downloads = path.join(home, 'Downloads');
    return path.join(existsSync(downloads) ? downloads : home, name);
  };
  return { before: place, choose: (name) => Promise.resolve(place(name)) };
}
