import type { BrowserWindow, Dialog } from 'electron';
import type { SavePlace } from '../../engine/app/repair-desk.ts';
import { visible } from '../../engine/redact/visible.ts';
import type { Confirm } from '../../engine/repair/repairs.ts';

/** What is used of Electron's dialogs (api/dialog). */
export type Dialogs = Pick<Dialog, 'showMessageBox' | 'showSaveDialog'>;
/** Our window, or null where it is gone: then nobody is asked, and the answer is no. */
type OurWindow = () => BrowserWindow | null;

/**
 * Asks in a message box of the system, in front of our window. SECURITY: G1. The page cannot draw or
 * press it; Enter and Escape are the safe answer. Names of files are text from outside (G14).
 */
export function nativeConfirm(dialogs: Dialogs, ourWindow: OurWindow): Confirm {
  return async ({ title, lines, yes, no }) => {
    const window = ourWindow();
    if (window === null) return false;
    const { response } = await dialogs.showMessageBox(window, {
      type: 'warning',
      title: 'Unblank',
      message: visible(title),
      detail: lines.map((line) => visible(line)).join('\n'),
      buttons: [no, yes],
      defaultId: 0,
      cancelId: 0,
      // Windows would make large links of the two answers.
      noLink: true,
    });
    return response === 1;
  };
}

/** Asks in the system's dialog where a bundle is saved; it asks before it replaces a file. */
export function nativeSavePlace(dialogs: Dialogs, ourWindow: OurWindow): SavePlace {
  return {
    before: () => null,
    choose: async (name) => {
      const window = ourWindow();
      if (window === null) return null;
      const { canceled, filePath } = await dialogs.showSaveDialog(window, {
        title: 'Save the bundle',
        defaultPath: name,
        buttonLabel: 'Save',
        filters: [{ name: 'Zip', extensions: ['zip'] }],
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      });
      return canceled || filePath === '' ? null : filePath;
    },
  };
}
