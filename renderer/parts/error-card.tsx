import type { ReactNode } from 'react';
import { describeError, type AppErrorData } from '../../main/contract/errors.ts';
import { TRY_AGAIN } from '../texts.ts';
import { Button } from './button.tsx';
import { StateMark } from './state-mark.tsx';

/** A failure of ours: what could not be done, what to do, and a second try where one can help. */
export function ErrorCard(props: {
  readonly title?: string;
  readonly error: AppErrorData;
  readonly onRetry?: () => void;
}): ReactNode {
  const { message, advice, retryable } = describeError(props.error);
  return (
    <section className="card" role="alert">
      {props.title === undefined ? null : <p className="caption">{props.title}</p>}
      <p className="card-title">
        <StateMark mark="square" />
        {message}
      </p>
      <p className="prose">{advice}</p>
      {retryable && props.onRetry ? <Button onPress={props.onRetry}>{TRY_AGAIN}</Button> : null}
    </section>
  );
}
