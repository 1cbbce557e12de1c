import type { JournalEntry } from '../../../contract/repair.ts';
import type { Change } from './fold.ts';

type State = JournalEntry['state'];

/** What is seen now of a change that stands. */
export interface Standing {
  readonly state: State;
  /** It is being made at this moment. */
  readonly active: boolean;
  /** A later change of ours lies on top of it. */
  readonly covered: boolean;
}

/** One change, for people. */
export function entryOf(change: Change, standing: Standing): JournalEntry {
  const { begun, checks, undoneBy } = change;
  const { state } = standing;
  return {
    id: begun.id,
    at: new Date(begun.at).toISOString(),
    state,
    kind: begun.work,
    code: begun.code,
    title: begun.title,
    server: begun.server,
    evidence: begun.evidence,
    changes: begun.changes,
    checks: checks.map((one) => ({ ...one })),
    undoes: begun.undoes,
    undoneBy,
    undoable: begun.undoable && !ENDED.has(state) && !standing.active,
    next: nextOf(change, standing),
  };
}

const ENDED: ReadonlySet<State> = new Set(['failed', 'undone']);

function nextOf(change: Change, { state, active, covered }: Standing): string {
  if (active) return 'It is being made now; wait for its end.';
  if (state === 'changed-since' && covered)
    return 'A later change of Unblank lies on top of it; undo that one first.';
  return NEXT[state](change);
}

const NEXT: Readonly<Record<State, (change: Change) => string>> = {
  unfinished: () => 'It was interrupted. Finish it, or undo it.',
  failed: ({ why }) => `Every file is as it was before. ${why ?? ''}`.trim(),
  undone: () => 'It was taken back; every file is as it was before.',
  'changed-since': () =>
    'The file was changed by somebody else since. Undo shows what would be lost.',
  wiped: ({ begun }) =>
    begun.quits.length > 0
      ? 'The file was written again without it. Quit the client fully, then do it again.'
      : 'The file was written again without it. Do it again, or leave it.',
  applied: nextAfterChecks,
};

function nextAfterChecks({ begun, checks }: Change): string {
  const [first] = checks;
  if (begun.work === 'undo') return `The files are as they were before.${restart(begun)}`;
  if (begun.work === 'restore') return `The files are as they were kept.${restart(begun)}`;
  const undo = begun.undoable ? ' Undo is offered.' : '';
  if (checks.some(({ result }) => result === 'worse')) return `It became worse.${undo}`;
  if (first?.result === 'still-there') return `It did not help.${undo}`;
  const isStopped = checks.slice(1).some(({ result }) => result === 'still-there');
  if (first?.result === 'gone' && isStopped)
    return `It is gone, and something else still stops this server: check it again.${restart(begun)}`;
  if (first?.result === 'gone') return `It is mended.${restart(begun)}`;
  return `Use the server once, then check again.${restart(begun)}`;
}

function restart({ restarts }: Change['begun']): string {
  return restarts.length === 0 ? '' : ' Restart the client, so that it takes note.';
}
