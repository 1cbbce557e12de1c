import type { ReactNode } from 'react';
import { CopyButton } from '../parts/copy-button.tsx';
import { useActions } from '../store/app-context.tsx';

/** Copies the Markdown of the journal, or of one entry, which the host writes masked (safety A14). */
export function CopyAsked(props: {
  readonly entry: string | null;
  readonly label: string;
}): ReactNode {
  const { ask } = useActions();
  const { entry, label } = props;
  return (
    <CopyButton text={async () => (await ask('journal.markdown', { entry })).text} label={label} />
  );
}
