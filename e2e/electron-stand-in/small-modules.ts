import { addScheme } from './address.ts';
import { tell } from './runtime.ts';
import { NotInStandIn, strict } from './strict.ts';

/** api/shell: what would be opened is told to the test. */
export const shell = strict('shell', {
  openExternal: async (url: string) => tell({ kind: 'opened', url }),
});

/** api/dialog: answered by the test, which is told. */
export const dialog = strict('dialog', {
  showErrorBox: (title: string, content: string) => tell({ kind: 'error-box', title, content }),
});

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
