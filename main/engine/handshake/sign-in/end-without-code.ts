import type { SignInEnd } from '../../model/sign-in-evidence.ts';
import type { NavigationEndingKind } from '../../model/navigation-ending.ts';

/** What an ending that brought no code back means for the sign-in. */
const ENDS: Readonly<Partial<Record<NavigationEndingKind, SignInEnd>>> = {
  'never-navigated': 'blank',
  'no-content': 'blank',
  download: 'blank',
  'empty-page': 'blank',
  'blocked-popup': 'blank',
  'waits-for-opener': 'blank',
  'page-loop': 'loop',
  closed: 'unfinished',
  waiting: 'unfinished',
};

/** How a sign-in ended that never came back with a code. */
export function endWithoutCode(kind: NavigationEndingKind | null): SignInEnd {
  return kind === null ? 'unfinished' : (ENDS[kind] ?? 'failed');
}
