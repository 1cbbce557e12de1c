import { PACKAGE_SCOPE } from '../../local/locations.ts';
import { defineFix } from '../../model/fix.ts';
import { shownEntries } from './parts/entries-of.ts';
import { fileRules } from './parts/file-rules.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';

/** F122: servers in the file of the older install, which the Windows package does not read. */
export const fix = defineFix({
  name: 'copy-into-package',
  codes: ['F122'],
  isDestructive: false,
  plan: (context) => {
    const { finding, machine } = context;
    const entries = shownEntries(context).filter(({ scope }) => scope === 'user');
    const packaged = machine.configs.filter(
      ({ scope, file }) =>
        scope === PACKAGE_SCOPE &&
        finding.evidence.some((one) => 'file' in one && one.file === file),
    );
    if (entries.length === 0) return [];
    return packaged.map(({ file, client }) =>
      planOf({
        ...fileRules(file, client, machine),
        about: aboutPlace(file, null),
        title: 'Copy your servers into the file Claude reads',
        operations: entries.map((entry) => ({
          kind: 'copy-value' as const,
          from: { file: entry.file, pointer: entry.pointer },
          to: { file, pointer: entry.pointer },
        })),
        leavesAlone: [
          'The file in %APPDATA%\\Claude stays as it is.',
          'Settings of the app in the package’s file stay.',
        ],
      }),
    );
  },
});
