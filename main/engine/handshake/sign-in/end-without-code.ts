import type { SignInEnd } from '../../model/sign-in-evidence.ts';
import { isBlankEnding } from '../trace/blank-endings.ts';
import type { NavigationEndingKind } from '../../model/navigation-ending.ts';

/** What an ending that brought no code back and is not blank means for the sign-in. */
const ENDS: Readonly<Partial<Record<NavigationEndingKind, SignInEnd>>> = {
  'page-loop': 'loop',
  closed: 'unfinished',
  waiting: 'unfinished',
};

/** How a sign-in ended that never came back with a code. */
export function endWithoutCode(kind: NavigationEndingKind | null): SignInEnd {
  if (kind === null) return 'unfinished';
  return isBlankEnding(kind) ? 'blank' : (ENDS[kind] ?? 'failed');
}
