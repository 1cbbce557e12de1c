import type { BrowserWindow } from 'electron';
import { expect, test } from 'vitest';
import { nativeConfirm, nativeSavePlace, type Dialogs } from './native-dialogs.ts';

const WINDOW = {} as BrowserWindow;
const QUESTION = {
  title: 'Change one file?',
  lines: ['/home/ada/.claude.json: changed', '/home/ada/a\u202eb\nc: created'],
  yes: 'Change it',
  no: 'Leave it',
};

function dialogsWith(response: number, filePath = '') {
  const shown: unknown[] = [];
  const dialogs = {
    showMessageBox: (_window: unknown, options: unknown) => {
      shown.push(options);
      return Promise.resolve({ response, checkboxChecked: false });
    },
    showSaveDialog: (_window: unknown, options: unknown) => {
      shown.push(options);
      return Promise.resolve({ canceled: filePath === '', filePath });
    },
  } as unknown as Dialogs;
  return { dialogs, shown };
}

test('G1: the system’s message box asks; its default and its Escape are the safe answer', async () => {
  const { dialogs, shown } = dialogsWith(1);
  expect(await nativeConfirm(dialogs, () => WINDOW)(QUESTION)).toBe(true);
  expect(shown[0]).toMatchObject({
    message: 'Change one file?',
    buttons: ['Leave it', 'Change it'],
    defaultId: 0,
    cancelId: 0,
  });
});

test('G1: everything but the second button is a no, and so is a window that is gone', async () => {
  for (const response of [0, -1, 2])
    expect(await nativeConfirm(dialogsWith(response).dialogs, () => WINDOW)(QUESTION)).toBe(false);
  const { dialogs, shown } = dialogsWith(1);
  expect(await nativeConfirm(dialogs, () => null)(QUESTION)).toBe(false);
  expect(shown).toEqual([]);
});

test('G14: a name of a file can neither hide, nor reorder, nor add a line', async () => {
  const { dialogs, shown } = dialogsWith(0);
  await nativeConfirm(dialogs, () => WINDOW)(QUESTION);
  expect((shown[0] as { detail: string }).detail.split('\n')).toEqual([
    '/home/ada/.claude.json: changed',
    '/home/ada/a\\u202eb\\u000ac: created',
  ]);
});

test('a bundle is saved where the dialog says, and nowhere without an answer', async () => {
  const saving = nativeSavePlace(dialogsWith(0, '/d/x.zip').dialogs, () => WINDOW);
  expect(saving.before('x.zip')).toBeNull();
  expect(await saving.choose('x.zip')).toBe('/d/x.zip');
  expect(await nativeSavePlace(dialogsWith(0).dialogs, () => WINDOW).choose('x.zip')).toBeNull();
  expect(await nativeSavePlace(dialogsWith(0, '/d').dialogs, () => null).choose('x')).toBeNull();
});
