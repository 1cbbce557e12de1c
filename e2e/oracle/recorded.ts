import path from 'node:path';
import { ROOT } from '../../build/build.ts';

/** What one real client did with one server of the hospital. */
export interface Recorded {
  readonly patient: string;
  readonly connected: boolean;
  /** What it said where it did not connect. */
  readonly said: string | null;
  /** The last request that reached the server, with its status. */
  readonly lastRequest: string | null;
}

/** The file with all that one client did. */
export function recordFile({ id, version }: { id: string; version: string }): string {
  return path.join(ROOT, 'e2e', 'oracle', 'recorded', `${id}-${version}.json`);
}
