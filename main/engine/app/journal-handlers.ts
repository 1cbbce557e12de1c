import type { Handlers } from '../../contract/host.ts';
import type { RepairHost } from './repair-desk.ts';

/**
 * The handlers of what was done. Undoing and finishing are plans like any other (repair-handlers.ts).
 * @param signal ends a second look when the window closes
 */
export function journalHandlers(
  { openRepairDesk }: Pick<RepairHost, 'openRepairDesk'>,
  signal: AbortSignal,
): Pick<Handlers, 'journal.list' | 'journal.recheck' | 'journal.markdown'> {
  return {
    'journal.list': async () => {
      const { repairs } = await openRepairDesk();
      return { entries: [...(await repairs.journal())] };
    },
    'journal.recheck': async () => {
      const { repairs } = await openRepairDesk();
      return { entries: [...(await repairs.recheck({ signal, onProgress: () => undefined }))] };
    },
    'journal.markdown': async ({ entry }) => {
      const { repairs } = await openRepairDesk();
      return { text: await repairs.markdown(entry === null ? null : [entry]) };
    },
  };
}
