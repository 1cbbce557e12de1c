import { addScheme } from './address.ts';
import { askTest, tell } from './runtime.ts';
import { checkOptions, NotInStandIn, strict } from './strict.ts';

/** api/shell: what would be opened is told to the test. */
export const shell = strict('shell', {
  openExternal: async (url: string) => tell({ kind: 'opened', url }),
});

/** api/dialog: answered by the test, which is told. */
export const dialog = strict('dialog', {
  showErrorBox: (title: string, content: string) => tell({ kind: 'error-box', title, content }),
  /** With a window: modal to it. Closed without a button, it answers with `cancelId`. */
  showMessageBox: async (_window: object, options: MessageBox) => {
    checkOptions('MessageBoxOptions', options, {
      type: (value) => value === 'warning',
      title: isText,
      message: isText,
      detail: isText,
      buttons: (value) => Array.isArray(value) && value.length === 2 && value.every(isText),
      defaultId: (value) => value === 0,
      cancelId: (value) => value === 0,
      noLink: (value) => value === true,
    });
    const { message, detail, buttons, defaultId, cancelId } = options;
    const answer = await askTest({
      kind: 'message-box',
      message,
      detail,
      buttons,
      defaultId,
      cancelId,
    });
    return { response: typeof answer === 'number' ? answer : cancelId, checkboxChecked: false };
  },
  /** Cancelled, `filePath` is an empty string. */
  showSaveDialog: async (_window: object, options: SaveBox) => {
    checkOptions('SaveDialogOptions', options, {
      title: isText,
      defaultPath: isText,
      buttonLabel: isText,
      filters: Array.isArray,
      properties: Array.isArray,
    });
    const answer = await askTest({ kind: 'save', defaultPath: options.defaultPath });
    return {
      canceled: typeof answer !== 'string',
      filePath: typeof answer === 'string' ? answer : '',
    };
  },
});

interface MessageBox {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
  readonly defaultId: number;
  readonly cancelId: number;
}
interface SaveBox {
  readonly defaultPath: string;
}
function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

/** api/menu: no menu at all is the only one here. */
export const Menu = strict('Menu', {
  setApplicationMenu: (menu: unknown) => {
    if (menu !== null) throw new NotInStandIn('a menu');
  },
});

interface CustomScheme {
  readonly scheme: string;
  readonly privileges?: Readonly<Record<string, boolean>>;
}
let registered = false;

/** api/protocol: one scheme that is standard and secure, registered once. */
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly CustomScheme[]) => {
    if (registered) throw new Error('registerSchemesAsPrivileged can be called only once');
    registered = true;
    for (const { scheme, privileges = {} } of schemes) {
      const given = Object.keys(privileges).filter((key) => privileges[key] === true);
      if (given.toSorted().join() !== 'secure,standard')
        throw new NotInStandIn(`the privileges ${given.join()} of ${scheme}`);
      addScheme(scheme);
    }
  },
});
