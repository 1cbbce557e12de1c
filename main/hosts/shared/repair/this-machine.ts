import { hostname, release, userInfo } from 'node:os';
import type { Runtime } from '../../../engine/bundle/machine-sources.ts';
import { TOOL } from '../../../platform/tool.ts';

/** What runs us, for a bundle. */
export function thisRuntime(): Runtime {
  const { node, electron, v8 } = process.versions;
  return {
    ...{ unblank: TOOL.version, node, v8 },
    ...(electron === undefined ? {} : { electron }),
    ...{ system: process.platform, release: release(), architecture: process.arch },
  };
}

/** Who runs us and where, to be hidden. */
export function thisUser(): { readonly user: string | null; readonly host: string | null } {
  return { user: userName(), host: hostname() || null };
}

/** A container may have no user of that number. */
function userName(): string | null {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
}
