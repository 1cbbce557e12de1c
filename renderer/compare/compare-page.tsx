import type { ReactNode } from 'react';
import { COMPARING } from './button-texts.ts';
import { BackButton } from '../parts/back-button.tsx';
import { useApp } from '../store/app-context.tsx';
import { serverOf, titleOf } from '../view/title-of.ts';
import { CompareBody } from './compare-body.tsx';

/** One server across the places of this machine: what differs, and what that explains. */
export function ComparePage(props: { readonly id: string }): ReactNode {
  const target = { kind: 'server', id: props.id } as const;
  const server = useApp(({ overview }) => serverOf(target, overview));
  const busy = useApp(({ comparisons }) => comparisons[props.id]?.phase === 'loading');
  const name = titleOf(target, server);
  const url = server?.url ?? null;
  return (
    <article aria-busy={busy}>
      <BackButton />
      <header className="head">
        <h1 className="title" tabIndex={-1}>
          {COMPARING.title(name)}
        </h1>
        {url === null || url === name ? null : <p className="mono quiet head-url">{url}</p>}
      </header>
      <CompareBody id={props.id} name={name} />
    </article>
  );
}
