import { Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { describeError } from '../../main/contract/errors.ts';
import { Button } from '../parts/button.tsx';
import { ErrorCard } from '../parts/error-card.tsx';
import { useActions, useApp } from '../store/app-context.tsx';
import { isWatching, keyOfWatch, type WatchedTarget, type WatchState } from '../store/watches.ts';
import { serverOf } from '../view/title-of.ts';
import { EndBanner, StoryLines } from './end-banner.tsx';
import { NewsList } from './news-list.tsx';
import { WATCH } from './texts.ts';

interface BodyProps {
  readonly target: WatchedTarget;
}

/** What is below the title of watching. */
export function WatchBody(props: BodyProps): ReactNode {
  const { target } = props;
  const { watch } = useActions();
  const run = useApp(({ watches }) => watches.runs[keyOfWatch(target)]);
  if (run === undefined)
    return (
      <p className="buttons">
        <Button onPress={() => void watch(target)}>{WATCH.again}</Button>
      </p>
    );
  return (
    <>
      <p className="visually-hidden" role="status" data-testid="watch-live">
        {sentence(run)}
      </p>
      {run.error === null ? null : (
        <ErrorCard title={WATCH.failed} error={run.error} onRetry={() => void watch(target)} />
      )}
      {run.phase === 'failed' ? null : <Strip target={target} run={run} />}
      <Ending target={target} run={run} />
      {run.phase === 'failed' && run.news.length === 0 ? null : <NewsList news={run.news} />}
      <StoryLines incident={run.end?.incident ?? null} />
    </>
  );
}

function Ending(props: BodyProps & { readonly run: WatchState }): ReactNode {
  const { run, target } = props;
  const hasUrl = useApp(
    ({ overview }) => target !== null && (serverOf(target, overview)?.url ?? null) !== null,
  );
  return run.end === null ? null : <EndBanner target={target} hasUrl={hasUrl} end={run.end} />;
}

/** One line of fixed height: what is being done, with Stop; or how to do it again. */
function Strip(props: BodyProps & { readonly run: WatchState }): ReactNode {
  const { run, target } = props;
  const { stopWatch, watch } = useActions();
  const isBusy = isWatching(run);
  return (
    <div className="strip">
      <p className={isBusy ? 'strip-text' : 'strip-text quiet'}>{stripText(run)}</p>
      {isBusy ? (
        <Button
          onPress={() => void stopWatch(target)}
          isDisabled={run.phase === 'starting' || run.stopping}
        >
          <Square className="icon" aria-hidden="true" />
          {run.stopping ? WATCH.stopping : WATCH.stop}
        </Button>
      ) : (
        <Button onPress={() => void watch(target)}>{WATCH.again}</Button>
      )}
    </div>
  );
}

function stripText({ phase }: WatchState): string {
  if (phase === 'starting') return WATCH.starting;
  return phase === 'running' ? WATCH.busy : WATCH.ended;
}

/** What a screen reader hears besides the list: that it began, and the end. */
function sentence(run: WatchState): string {
  if (run.error !== null) return describeError(run.error).message;
  if (run.end !== null) return `${run.end.headline} ${run.end.next}`;
  return stripText(run);
}
