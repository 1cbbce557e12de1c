import { Route as RouteIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ChosenTarget } from '../../main/contract/table.ts';
import { useActions } from '../store/app-context.tsx';
import { SIGN_IN } from '../texts.ts';
import { Button } from './button.tsx';

/** Leads to the traced sign-in of a server; it starts nothing by itself (safety E8). */
export function TraceButton(props: {
  readonly target: ChosenTarget;
  readonly kind?: 'plain' | 'quiet';
  /** Of the server, where several stand in a list. */
  readonly name?: string;
}): ReactNode {
  const { go } = useActions();
  const { target, kind = 'plain', name } = props;
  return (
    <Button
      kind={kind}
      onPress={() => go({ screen: 'trace', props: { target } })}
      {...(name === undefined ? {} : { label: SIGN_IN.startOf(name) })}
    >
      <RouteIcon className="icon" aria-hidden="true" />
      {SIGN_IN.start}
    </Button>
  );
}
