import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ChosenTarget } from '../../main/contract/table.ts';
import { useActions } from '../store/app-context.tsx';
import { WATCHING } from '../texts.ts';
import { Button } from './button.tsx';

/** Follows the logs of clients for a server; of one that is not configured here, all of them. */
export function WatchButton(props: {
  readonly target: ChosenTarget;
  readonly kind?: 'plain' | 'quiet';
  /** Of the server, where several stand in a list. */
  readonly name?: string;
}): ReactNode {
  const { watch } = useActions();
  const { target, kind = 'plain', name } = props;
  // The demo’s home is its own: no client on this machine writes about it.
  if (target.kind === 'demo') return null;
  return (
    <Button
      kind={kind}
      onPress={() => void watch(target.kind === 'server' ? target : null)}
      {...(name === undefined ? {} : { label: WATCHING.startOf(name) })}
    >
      <Eye className="icon" aria-hidden="true" />
      {name === undefined ? WATCHING.start : WATCHING.short}
    </Button>
  );
}
