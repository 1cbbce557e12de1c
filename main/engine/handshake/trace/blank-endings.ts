import type { NavigationEndingKind } from '../../model/navigation-ending.ts';

/** Endings after which the window shows nothing more: what people call the blank page. */
const BLANK: ReadonlySet<NavigationEndingKind> = new Set([
  'never-navigated',
  'no-content',
  'download',
  'empty-page',
  'blocked-popup',
  'waits-for-opener',
]);

/** Does the user look at nothing, or at a page that does nothing? */
export function isBlankEnding(kind: NavigationEndingKind): boolean {
  return BLANK.has(kind);
}
