import type { ReactNode } from 'react';
import { BackButton } from '../parts/back-button.tsx';
import { ErrorCard } from '../parts/error-card.tsx';
import { loadScreen } from '../parts/load-screen.tsx';
import { useActions, useApp } from '../store/app-context.tsx';
import { HELP_LOADING } from '../texts.ts';

const HelpPage = loadScreen(async () => (await import('../help/help-page.tsx')).HelpPage);

/** The help page of one failure mode. */
export function HelpScreen(props: { readonly code: string }): ReactNode {
  const { openMode } = useActions();
  const page = useApp((state) => state.pages[props.code]);
  return (
    <>
      <BackButton />
      {page?.phase === 'ready' ? (
        <>
          <p className="caption">{page.value.code}</p>
          <h1 className="headline" tabIndex={-1}>
            {page.value.title}
          </h1>
          <HelpPage page={page.value} />
        </>
      ) : null}
      {page?.phase === 'failed' ? (
        <ErrorCard error={page.error} onRetry={() => void openMode(props.code)} />
      ) : null}
      {page === undefined || page.phase === 'loading' ? (
        <p className="hint">{HELP_LOADING(props.code)}</p>
      ) : null}
    </>
  );
}
