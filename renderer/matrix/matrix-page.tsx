import { Play, RefreshCw, Square } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { BackButton } from '../parts/back-button.tsx';
import { Button } from '../parts/button.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { useActions, useApp } from '../store/app-context.tsx';
import { hostOf } from '../view/host-of.ts';
import { verdictMatrix, type MatrixRow, type VerdictMatrix } from '../view/verdict-matrix.ts';
import { MatrixTable } from './matrix-table.tsx';
import { MATRIX } from './texts.ts';

/** All servers at once, for whoever does not know which one fails: nothing runs before the button. */
export function MatrixPage(_props: object): ReactNode {
  const overview = useApp((state) => state.overview);
  const runs = useApp(({ diagnoses }) => diagnoses.runs);
  const servers = overview.phase === 'ready' ? overview.value.servers : null;
  const matrix = useMemo(() => verdictMatrix(servers ?? [], runs), [servers, runs]);
  return (
    <article aria-busy={matrix.running > 0}>
      <BackButton />
      <header className="head head-row">
        <h1 className="title" tabIndex={-1}>
          {MATRIX.title}
        </h1>
        {matrix.rows.length === 0 ? null : <Buttons matrix={matrix} />}
      </header>
      {servers?.length === 0 ? (
        <section className="first">
          <h2 className="headline">{MATRIX.none}</h2>
          <p className="prose">{MATRIX.noneText}</p>
        </section>
      ) : (
        <Body matrix={matrix} />
      )}
    </article>
  );
}

function Buttons({ matrix }: { readonly matrix: VerdictMatrix }): ReactNode {
  const { checkAll, stopAll } = useActions();
  const ids = matrix.rows.map(({ server }) => server.id);
  const isAgain = matrix.checked > 0;
  if (matrix.running > 0)
    return (
      <Button onPress={() => void stopAll()}>
        <Square className="icon" aria-hidden="true" />
        {MATRIX.stop}
      </Button>
    );
  return (
    <Button kind={isAgain ? 'plain' : 'main'} onPress={() => void checkAll(ids)}>
      {isAgain ? (
        <RefreshCw className="icon" aria-hidden="true" />
      ) : (
        <Play className="icon" aria-hidden="true" />
      )}
      {isAgain ? MATRIX.again : MATRIX.start}
    </Button>
  );
}

function Body({ matrix }: { readonly matrix: VerdictMatrix }): ReactNode {
  const { checked, rows, running } = matrix;
  const hosts = [...new Set(rows.flatMap(({ server }) => hostOf(server.url) ?? []))];
  const isIdle = running === 0 && checked === 0;
  return (
    <>
      <p className="prose quiet" role="status">
        {isIdle
          ? MATRIX.about(hosts)
          : running > 0
            ? MATRIX.progress(checked, rows.length)
            : MATRIX.done(checked, rows.length)}
      </p>
      {isIdle ? null : <Lead matrix={matrix} />}
      {rows.length === 0 ? null : <MatrixTable matrix={matrix} />}
    </>
  );
}

/** The first thing to fix among all servers, as one sentence with one button. */
function Lead({ matrix }: { readonly matrix: VerdictMatrix }): ReactNode {
  const { lead, rows, running } = matrix;
  if (lead?.first) return <ToFix row={lead} first={lead.first} />;
  // What is not there yet must not be called good.
  if (running > 0) return null;
  const seen = rows.every(({ verdicts }) => [...verdicts.values()].some(isGood));
  return (
    <section className="first">
      <h2 className="headline">{seen ? MATRIX.good : MATRIX.notSeen}</h2>
      <p className="prose">{seen ? MATRIX.goodText : MATRIX.notSeenText}</p>
    </section>
  );
}

const isGood = ({ outcome }: { readonly outcome: string }) => outcome === 'works';

function ToFix(props: {
  readonly row: MatrixRow;
  readonly first: NonNullable<MatrixRow['first']>;
}): ReactNode {
  const { go } = useActions();
  const { row, first } = props;
  const { id, name } = row.server;
  return (
    <section className="first">
      <p className="state caption">
        <StateMark mark={first.blocks ? 'square' : 'triangle'} />
        {MATRIX.firstOf(name)}
      </p>
      <div className="first-row">
        <h2 className="headline">{first.finding.title}</h2>
        <Button
          kind="main"
          onPress={() => go({ screen: 'diagnosis', props: { target: { kind: 'server', id } } })}
        >
          {MATRIX.open}
        </Button>
      </div>
    </section>
  );
}
