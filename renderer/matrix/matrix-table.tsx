import type { ReactNode } from 'react';
import { CLIENT_WORDS, OUTCOME_WORDS, type ClientId } from '../../main/contract/words.ts';
import { StateWord } from '../parts/state-mark.tsx';
import { useActions } from '../store/app-context.tsx';
import { markOfServer, OUTCOME_MARKS } from '../view/mark.ts';
import type { MatrixRow, VerdictMatrix } from '../view/verdict-matrix.ts';
import { MATRIX } from './texts.ts';

/** A row for each server, a column for each client; every cell leads to that client's view. */
export function MatrixTable({ matrix }: { readonly matrix: VerdictMatrix }): ReactNode {
  const { clients, rows } = matrix;
  return (
    // Wider than a narrow window: the region scrolls, by keyboard too, and the window does not.
    <div className="matrix-scroll" role="region" aria-label={MATRIX.table} tabIndex={0}>
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col">{MATRIX.server}</th>
            {clients.map((client) => (
              <th key={client} scope="col">
                {CLIENT_WORDS[client]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.server.id} row={row} clients={clients} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: { readonly row: MatrixRow; readonly clients: readonly ClientId[] }): ReactNode {
  const { go } = useActions();
  const { clients, row } = props;
  const { run, server } = row;
  const target = { kind: 'server', id: server.id } as const;
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="matrix-server"
          onClick={() => go({ screen: 'diagnosis', props: { target } })}
        >
          <span className="row-name">{server.name}</span>
          {row.verdicts.size > 0 ? null : <StateWord {...markOfServer(run, server)} />}
          {row.first === null ? null : (
            <span className="matrix-first quiet">{row.first.finding.title}</span>
          )}
        </button>
      </th>
      {clients.map((client) => (
        <td key={client}>
          <Cell row={row} client={client} />
        </td>
      ))}
    </tr>
  );
}

function Cell(props: { readonly row: MatrixRow; readonly client: ClientId }): ReactNode {
  const { choose, go } = useActions();
  const { client, row } = props;
  const verdict = row.verdicts.get(client);
  if (verdict === undefined) return <span className="quiet">{MATRIX.notJudged}</span>;
  const target = { kind: 'server', id: row.server.id } as const;
  const word = OUTCOME_WORDS[verdict.outcome];
  return (
    <button
      type="button"
      className="matrix-cell"
      aria-label={MATRIX.cell(CLIENT_WORDS[client], word)}
      onClick={() => {
        choose(target, { client, station: 'auto' });
        go({ screen: 'diagnosis', props: { target } });
      }}
    >
      <StateWord mark={OUTCOME_MARKS[verdict.outcome]} word={word} />
    </button>
  );
}
