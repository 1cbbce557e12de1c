import type { ReactNode } from 'react';
import { BackButton } from '../parts/back-button.tsx';
import { loadScreen } from '../parts/load-screen.tsx';
import { SIGN_IN } from '../texts.ts';

const VendorBody = loadScreen(async () => (await import('../sign-in/bodies.ts')).VendorBody);

/** The text for the vendor of a client, from the report of a finished run. */
export function VendorScreen(props: { readonly runId: string }): ReactNode {
  return (
    <>
      <BackButton />
      <h1 className="title" tabIndex={-1}>
        {SIGN_IN.vendor}
      </h1>
      <VendorBody runId={props.runId} />
    </>
  );
}
