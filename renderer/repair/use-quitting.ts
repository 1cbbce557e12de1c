import { useEffect, useState } from 'react';
import type { Preview } from '../../main/contract/repair.ts';
import type { ClientId } from '../../main/contract/words.ts';
import { useActions } from '../store/app-context.tsx';

/** How often it is looked whether a client that must be quit still runs. */
const EVERY_MS = 2000;

/** Whether a client runs, as last seen; null where that cannot be seen. */
export type IsRunning = (client: ClientId, before: boolean | null) => boolean | null;

/**
 * Looks, now and then, whether the clients that must be quit still run, as long as the screen is open.
 * Reads processes and nothing else; once what the preview said is no longer true, it is planned again.
 * @param again plans again
 */
export function useQuitting(preview: Preview | null, again: () => void): IsRunning {
  const { ask } = useActions();
  const [seen, setSeen] = useState<{ readonly running: readonly ClientId[] | null } | null>(null);
  const waits = preview?.steps.filter((step) => step.kind === 'wait-for-quit') ?? [];
  const isRunning: IsRunning = (client, before) =>
    seen === null ? before : (seen.running?.includes(client) ?? null);
  const isOld = waits.some(({ client, running }) => isRunning(client, running) !== running);
  useEffect(() => {
    if (waits.length === 0) return undefined;
    const timer = setTimeout(
      () => void ask('repair.running', {}).then(setSeen, () => setSeen(null)),
      EVERY_MS,
    );
    return () => clearTimeout(timer);
    // After each answer the next look is due.
  }, [ask, seen, waits.length]);
  useEffect(() => {
    if (isOld) again();
    // Once for each change, not for each drawing.
  }, [isOld]);
  return isRunning;
}
