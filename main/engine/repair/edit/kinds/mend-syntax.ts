import type { EditFiles } from '../edit-files.ts';
import { mendText } from '../mend/mend-text.ts';
import { EditRefusal } from '../refusal.ts';

/** Repairs what breaks the JSON; each repair is a note (F110). */
export function mendSyntax(files: EditFiles, { file }: { readonly file: string }): void {
  const now = files.textOf(file);
  const mended = mendText(now.text);
  if (mended.kind === 'problem') throw new EditRefusal(mended.reason);
  const marks = [
    ...(now.encoding === 'utf-8' ? [] : ['The file was in UTF-16 and is written in UTF-8.']),
    ...(now.byteOrderMark ? ['The byte order mark at the beginning is taken away.'] : []),
  ];
  for (const note of [...marks, ...mended.notes]) files.note(file, note);
  files.writeAs(file, { text: mended.text, encoding: 'utf-8', byteOrderMark: false });
}
