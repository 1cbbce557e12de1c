import { STEP_WORDS } from '../../../../contract/words.ts';
import type { SignInTrace } from '../../../model/sign-in-evidence.ts';
import { message, type Draft } from './message.ts';

/** Where the client gives up before there is a page: the empty frame that people see. */
export function neverStartedMessages({ neverStarted, rounds }: SignInTrace): readonly Draft[] {
  if (neverStarted === null) return [];
  const { step, why } = neverStarted;
  const at = rounds[0]?.startedAt ?? 0;
  const common = { round: 1, at, state: 'wrong' as const };
  const stop = { ...common, id: 'stop', kind: 'note' as const, says: why };
  const blank = {
    ...common,
    id: 'blank',
    kind: 'blank' as const,
    says: 'There is no sign-in page to go to, so the tab stays blank.',
  };
  return [
    message({ ...stop, text: `stops at the ${STEP_WORDS[step]}` }, ['client', 'client']),
    message({ ...blank, text: 'about:blank' }, ['client', 'you']),
  ];
}
