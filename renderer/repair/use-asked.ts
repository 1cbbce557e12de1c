import { useCallback, useEffect, useState } from 'react';
import type { CallInput, CallName, CallOutput } from '../../main/contract/table.ts';
import { useActions } from '../store/app-context.tsx';
import { escapeDeep } from '../store/escape-invisible.ts';
import { toAppErrorData, type Load } from '../store/load.ts';

/**
 * What a call answers, asked when the screen opens and again at will; the old answer stays until the
 * new one is there.
 * @param input the same object for the same question
 */
export function useAsked<N extends CallName>(
  name: N,
  input: CallInput<N>,
): {
  readonly load: Load<CallOutput<N>>;
  readonly busy: boolean;
  readonly again: () => Promise<void>;
  /** Takes an answer that came by another call. */
  readonly take: (value: CallOutput<N>) => void;
} {
  const { ask } = useActions();
  const [load, setLoad] = useState<Load<CallOutput<N>>>({ phase: 'loading' });
  const [busy, setBusy] = useState(true);
  const take = useCallback((value: CallOutput<N>) => setLoad({ phase: 'ready', value }), []);
  const again = useCallback(async () => {
    setBusy(true);
    try {
      take(await ask(name, input));
    } catch (error) {
      setLoad({ phase: 'failed', error: escapeDeep(toAppErrorData(error)) });
    } finally {
      setBusy(false);
    }
  }, [ask, name, input, take]);
  useEffect(() => void again(), [again]);
  return { load, busy, again, take };
}
