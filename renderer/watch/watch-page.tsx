import type { ReactNode } from 'react';
import { BackButton } from '../parts/back-button.tsx';
import { useApp } from '../store/app-context.tsx';
import { isWatching, keyOfWatch, type WatchedTarget } from '../store/watches.ts';
import { WATCHING } from '../watch-texts.ts';
import { serverOf, titleOf } from '../view/title-of.ts';
import { WatchBody } from './watch-body.tsx';

/** What the clients on this machine write while the user tries again in one of them. */
export function WatchPage(props: { readonly target: WatchedTarget }): ReactNode {
  const { target } = props;
  const busy = useApp(({ watches }) => isWatching(watches.runs[keyOfWatch(target)]));
  const server = useApp(({ overview }) =>
    target === null ? undefined : serverOf(target, overview),
  );
  const name = target === null ? WATCHING.everything : titleOf(target, server);
  const url = server?.url ?? null;
  return (
    <article className="watch" aria-busy={busy}>
      <BackButton />
      <header className="head">
        <h1 className="title" tabIndex={-1}>
          {WATCHING.title(name)}
        </h1>
        {url === null || url === name ? null : <p className="mono quiet head-url">{url}</p>}
      </header>
      <WatchBody target={target} />
    </article>
  );
}
