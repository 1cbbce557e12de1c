import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { AppErrorData } from '../../main/contract/errors.ts';
import { Button } from '../parts/button.tsx';
import { ErrorCard } from '../parts/error-card.tsx';
import { useActions } from '../store/app-context.tsx';
import { escapeDeep } from '../store/escape-invisible.ts';
import { toAppErrorData } from '../store/load.ts';
import { BUNDLE } from './texts.ts';

interface ReaderProps {
  readonly ticket: string;
  readonly entry: number;
  readonly name: string;
}

interface Read {
  readonly pieces: readonly string[];
  /** Where the next piece begins; null at the end. */
  readonly next: number | null;
}

/** One entry, piece by piece, to its end. Server text as text, hidden characters written out (A6, G14). */
export function BundleReader(props: ReaderProps): ReactNode {
  const { read, error, readOn } = useReader(props);
  if (error !== null) return <ErrorCard error={error} />;
  return (
    <section className="bundle-reader" aria-label={BUNDLE.reading(props.name)}>
      <pre tabIndex={0} dir="ltr" aria-label={BUNDLE.reading(props.name)}>
        {read.pieces.map((piece, index) => (
          <span key={index}>{piece}</span>
        ))}
      </pre>
      {read.pieces.length === 0 ? <p className="hint">{BUNDLE.piece}</p> : null}
      {read.pieces.length > 0 && read.next === null ? <p className="hint">{BUNDLE.end}</p> : null}
      {read.pieces.length > 0 && read.next !== null ? (
        <p className="buttons">
          <Button onPress={() => void readOn()}>{BUNDLE.more}</Button>
        </p>
      ) : null}
    </section>
  );
}

function useReader({ ticket, entry }: ReaderProps): {
  readonly read: Read;
  readonly error: AppErrorData | null;
  readonly readOn: () => Promise<void>;
} {
  const { ask } = useActions();
  const [read, setRead] = useState<Read>({ pieces: [], next: 0 });
  const [error, setError] = useState<AppErrorData | null>(null);
  const load = useCallback(
    async (from: number, isWanted: () => boolean) => {
      try {
        const { text, next } = await ask('bundle.read', { ticket, entry, from });
        if (isWanted())
          setRead(({ pieces }) => ({ pieces: from === 0 ? [text] : [...pieces, text], next }));
      } catch (thrown) {
        if (isWanted()) setError(escapeDeep(toAppErrorData(thrown)));
      }
    },
    [ask, ticket, entry],
  );
  useEffect(() => {
    let isOpen = true;
    void load(0, () => isOpen);
    return () => {
      isOpen = false;
    };
  }, [load]);
  const readOn = () => (read.next === null ? Promise.resolve() : load(read.next, () => true));
  return { read, error, readOn };
}
