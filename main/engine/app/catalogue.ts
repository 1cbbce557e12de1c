import { AppError } from '../../contract/errors.ts';
import type { ModePage } from '../../contract/table.ts';
import type { Mode } from '../model/mode.ts';

/**
 * The help page of a failure mode, as `unblank explain` and the app show it.
 * @param code as people type it: upper or lower case
 * @throws AppError `unknown-code`
 */
export function modePage(modes: readonly Mode[], code: string): ModePage {
  const mode = modes.find((one) => one.code === code.trim().toUpperCase());
  if (mode === undefined) throw new AppError('unknown-code', { code: code.slice(0, 8) });
  const { title, severity, category, step, clients, explanation, whatToDo, references } = mode;
  return {
    code: mode.code,
    title,
    severity,
    category,
    step,
    clients: [...clients],
    explanation,
    whatToDo,
    references: references.map((url, at) => ({ page: pageId(mode.code, at), title: url })),
  };
}

/**
 * The URL behind a page id. Ids are made of our own catalogue, so a window can only ever open what
 * is written there (safety C3, B7).
 * @throws AppError `unknown-page`
 */
export function pageUrl(modes: readonly Mode[], page: string): string {
  for (const mode of modes)
    for (const [at, url] of mode.references.entries())
      if (pageId(mode.code, at) === page) return url;
  throw new AppError('unknown-page');
}

function pageId(code: string, at: number): string {
  return `${code}-${at + 1}`;
}
