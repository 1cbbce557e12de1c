import type { ReactNode } from 'react';
import { BackButton } from '../parts/back-button.tsx';
import { loadScreen } from '../parts/load-screen.tsx';
import { SIGN_IN } from '../texts.ts';

const TokensBody = loadScreen(async () => (await import('../sign-in/bodies.ts')).TokensBody);

/** Everything that Unblank keeps of sign-ins, in one place (safety F10). */
export function TokensScreen(_props: object): ReactNode {
  return (
    <>
      <BackButton />
      <h1 className="title" tabIndex={-1}>
        {SIGN_IN.tokens}
      </h1>
      <TokensBody />
    </>
  );
}
