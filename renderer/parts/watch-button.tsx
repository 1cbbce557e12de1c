import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ChosenTarget } from '../../main/contract/table.ts';
import { useActions } from '../store/app-context.tsx';
import { WATCHING } from '../watch-texts.ts';
import { Button } from './button.tsx';

/** Follows the logs of clients for a server; of one that is not configured here, all of them. */
export function WatchButton(props: {
  readonly target: ChosenTarget;
  readonly kind?: 'plain' | 'quiet';
  /** Of the server, where several stand in a list. */
  readonly name?: string;
  /** Where the whole text has no room; it is heard all the same. */
  readonly isShort?: boolean;
}): ReactNode {
  const { watch } = useActions();
  const { target, kind = 'plain', name, isShort = name !== undefined } = props;
  const label = name === undefined ? WATCHING.start : WATCHING.startOf(name);
  // The demo’s home is its own: no client on this machine writes about it.
  if (target.kind === 'demo') return null;
  return (
    <Button
      kind={kind}
      onPress={() => void watch(target.kind === 'server' ? target : null)}
      {...(isShort ? { label } : {})}
    >
      <Eye className="icon" aria-hidden="true" />
      {isShort ? WATCHING.short : WATCHING.start}
    </Button>
  );
}
