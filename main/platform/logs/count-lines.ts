import { BASE } from './log-window.ts';
import { readWindows, type WindowRequest } from './read-windows.ts';
import type { TextForm } from './text-form.ts';

/** Counts the newlines of a part of a file, as far as it goes. */
export async function countLines(request: WindowRequest, form: TextForm): Promise<number> {
  if (request.to <= request.from) return 0;
  let count = 0;
  await readWindows(request, ({ bytes, high }) => {
    count += form.countNewlines(bytes, BASE, high);
    return high;
  });
  return count;
}
