import type { ReactNode } from 'react';
import { BackButton } from '../parts/back-button.tsx';
import { KEYS } from './keys-texts.ts';

/** The keys of the window. */
export function KeysPage(_props: object): ReactNode {
  return (
    <>
      <BackButton />
      <h1 className="title" tabIndex={-1}>
        {KEYS.title}
      </h1>
      <dl className="pairs">
        {KEYS.rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
