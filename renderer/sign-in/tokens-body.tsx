import { useEffect, useState, type ReactNode } from 'react';
import type { AppErrorData } from '../../main/contract/errors.ts';
import type { CallOutput, RemovedToken } from '../../main/contract/table.ts';
import { ErrorCard } from '../parts/error-card.tsx';
import { useActions, useApp } from '../store/app-context.tsx';
import { toAppErrorData } from '../store/load.ts';
import { Confirm, type Removal } from './confirm.tsx';
import { TokenEntry } from './token-entry.tsx';
import { KEYCHAIN_TEXTS, TOKENS } from './texts.ts';

/** Everything that is kept, each with what it is and how to be rid of it (safety F10). */
export function TokensBody(_props: object): ReactNode {
  const { lookAtTokens } = useActions();
  const tokens = useApp((state) => state.tokens);
  useEffect(() => void lookAtTokens(), [lookAtTokens]);
  return (
    <>
      <p className="prose quiet lede">{TOKENS.lede}</p>
      {tokens.phase === 'loading' ? <p className="hint">{TOKENS.loading}</p> : null}
      {tokens.phase === 'failed' ? (
        <ErrorCard error={tokens.error} onRetry={() => void lookAtTokens()} />
      ) : null}
      {tokens.phase === 'ready' ? <Kept listing={tokens.value} /> : null}
    </>
  );
}

function Kept(props: { readonly listing: CallOutput<'tokens.list'> }): ReactNode {
  const { entries } = props.listing;
  const { asked, setAsked, remove, result } = useRemoval();
  const all = entries.map(({ id }) => id);
  const common = { asked, onAsk: setAsked, onConfirm: remove };
  return (
    <>
      <Trouble listing={props.listing} />
      {props.listing.cleaned === null ? null : (
        <p className="hint" role="status">
          {props.listing.cleaned}
        </p>
      )}
      <Result result={result} />
      {entries.length === 0 ? <Empty listing={props.listing} /> : null}
      <ul className="list lines kept">
        {entries.map((entry) => (
          <TokenEntry key={entry.id} entry={entry} {...common} />
        ))}
      </ul>
      {all.length < 2 ? null : (
        <Confirm
          {...common}
          removals={[
            { how: 'delete', ids: all, label: TOKENS.all, question: TOKENS.confirmAll(all.length) },
          ]}
        />
      )}
    </>
  );
}

/** Why a keychain gave less than everything, and what to do about it. */
function Trouble(props: { readonly listing: CallOutput<'tokens.list'> }): ReactNode {
  const { kept, trouble, refusal } = props.listing;
  if (refusal === null && kept === 'keychain') return null;
  return (
    <section className="card" role="alert">
      <p className="card-title">
        {refusal === null ? TOKENS.memory : KEYCHAIN_TEXTS[refusal.trouble]}
      </p>
      <p className="prose">
        {refusal === null ? KEYCHAIN_TEXTS[trouble ?? 'missing'] : refusal.advice}
      </p>
      {refusal === null ? null : <p className="hint">{TOKENS.partly}</p>}
    </section>
  );
}

function Empty(props: { readonly listing: CallOutput<'tokens.list'> }): ReactNode {
  // What could not be read may be there: then nothing is said to be empty.
  if (props.listing.refusal !== null) return null;
  return (
    <section className="first">
      <h2 className="headline">{TOKENS.emptyTitle}</h2>
      <p className="prose">{TOKENS.emptyText}</p>
    </section>
  );
}

type Outcome = readonly RemovedToken[] | AppErrorData | 'busy' | null;

function Result(props: { readonly result: Outcome }): ReactNode {
  const { result } = props;
  if (result !== null && result !== 'busy' && 'code' in result) return <ErrorCard error={result} />;
  const lines = Array.isArray(result) ? new Set(result.map(TOKENS.done)) : [];
  return (
    <p className="hint" role="status">
      {result === 'busy' ? TOKENS.busy : [...lines].join(' ')}
    </p>
  );
}

function useRemoval() {
  const { removeTokens } = useActions();
  const [asked, setAsked] = useState<Removal | null>(null);
  const [result, setResult] = useState<Outcome>(null);
  const remove = async ({ how, ids }: Removal) => {
    setAsked(null);
    setResult('busy');
    try {
      setResult((await removeTokens(how, ids)).results);
    } catch (error) {
      setResult(toAppErrorData(error));
    }
  };
  return { asked, setAsked, remove, result };
}
