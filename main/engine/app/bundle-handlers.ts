import { AppError } from '../../contract/errors.ts';
import type { Handlers } from '../../contract/host.ts';
import { BUNDLE_PIECE } from '../../contract/repair-calls.ts';
import type { BundlePreview } from '../../contract/repair.ts';
import type { Clock } from '../ports.ts';
import type { FinishedReports } from './finished-reports.ts';
import type { RepairHost } from './repair-desk.ts';

/** A bundle as it was previewed; one at a time, since each may hold many megabytes. */
interface Shown {
  readonly bundle: BundlePreview;
  readonly name: string;
}

type BundleHost = Pick<RepairHost, 'openRepairDesk' | 'savePlace'> & { readonly clock: Clock };

/**
 * The handlers of the bundle: collected, read to the last byte, then saved where the host asks.
 * SECURITY: B7, B8, H10. A window names an entry by its place in the preview and never a path; only
 * the bundle that it was last shown can be read or saved, once.
 * @param signal ends everything when the window closes
 */
export function bundleHandlers(
  reports: FinishedReports,
  host: BundleHost,
  signal: AbortSignal,
): Pick<Handlers, 'bundle.preview' | 'bundle.read' | 'bundle.save'> {
  let last: Shown | null = null;
  const shown = (ticket: string): Shown => {
    if (last === null || last.bundle.ticket !== ticket) throw new AppError('stale-ticket');
    return last;
  };
  return {
    'bundle.preview': async ({ runId }) => {
      const report = runId === null ? null : reports.get(runId);
      const { bundles } = await host.openRepairDesk();
      const bundle = await bundles.preview(report, { signal, onProgress: () => undefined });
      last = { bundle, name: nameAt(host.clock.now()) };
      return { bundle, savesTo: host.savePlace.before(last.name) };
    },
    'bundle.read': async ({ ticket, entry, from }) => {
      const name = shown(ticket).bundle.entries[entry]?.name;
      if (name === undefined) throw new AppError('stale-ticket');
      const { bundles } = await host.openRepairDesk();
      return pieceOf(bundles.read(ticket, name), from);
    },
    'bundle.save': async ({ ticket }) => {
      const mine = shown(ticket);
      // Used up at once: two presses save one file.
      last = null;
      const where = await host.savePlace.choose(mine.name);
      if (where === null) {
        last ??= mine;
        return { saved: null };
      }
      const { bundles } = await host.openRepairDesk();
      const { size } = await bundles.save(ticket, where, signal);
      return { saved: { where, size } };
    },
  };
}

/** The piece that begins at a place; no pair of surrogates is parted. */
async function pieceOf(
  pieces: AsyncIterable<string>,
  from: number,
): Promise<{ text: string; next: number | null }> {
  let at = 0;
  let text = '';
  for await (const piece of pieces) {
    const skip = Math.max(0, from - at);
    at += piece.length;
    if (skip < piece.length) text += piece.slice(skip);
    if (text.length > BUNDLE_PIECE) return cutAt(text, from);
  }
  return { text, next: null };
}

function cutAt(text: string, from: number): { text: string; next: number } {
  const last = text.charCodeAt(BUNDLE_PIECE - 1);
  const length = last >= 0xd800 && last <= 0xdbff ? BUNDLE_PIECE - 1 : BUNDLE_PIECE;
  return { text: text.slice(0, length), next: from + length };
}

/** Without colons, which Windows does not take in a name. */
function nameAt(now: number): string {
  const time = new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
  return `unblank-bundle-${time.replaceAll(':', '-')}.zip`;
}
