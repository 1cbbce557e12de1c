import type { ReactNode } from 'react';
import type { DiffLine, FileChange } from '../../main/contract/repair.ts';
import { FIX, WHAT_TEXTS } from './texts.ts';

const SIGNS: Record<DiffLine['kind'], string> = { same: ' ', removed: '−', added: '+', gap: '⋯' };

/** What a change does to one file, as a diff; secrets are masked in it. */
export function DiffView(props: { readonly change: FileChange }): ReactNode {
  const { file, leadsTo, lines, notes, what } = props.change;
  const hasMask = lines.some(({ maskedChange }) => maskedChange);
  return (
    <figure className="diff-figure">
      <figcaption>
        <span className="mono diff-file">{file}</span>
        <span className="caption">
          {WHAT_TEXTS[what]}, {FIX.lines(howMany(lines, 'removed'), howMany(lines, 'added'))}
        </span>
        {leadsTo === null ? null : <span className="hint">{FIX.leadsTo(leadsTo)}</span>}
        {notes.map((note) => (
          <span key={note} className="hint">
            {note}
          </span>
        ))}
        {hasMask ? <span className="hint">{FIX.masked}</span> : null}
      </figcaption>
      {lines.length === 0 ? (
        <p className="hint">{FIX.same}</p>
      ) : (
        <div className="diff-frame" tabIndex={0} role="group" aria-label={FIX.diffOf(file)}>
          <table className="diff">
            <tbody>
              {lines.map((line, index) => (
                <Line key={index} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </figure>
  );
}

/** A sign and a word before a shade. What stands in a file is text and never markup (A6). */
function Line(props: { readonly line: DiffLine }): ReactNode {
  const { kind, before, after, text, maskedChange } = props.line;
  const word = kind === 'removed' || kind === 'added' ? FIX[kind] : '';
  return (
    <tr className={`diff-line diff-${kind}`}>
      <td className="diff-number">{before ?? ''}</td>
      <td className="diff-number">{after ?? ''}</td>
      <td className="diff-sign">
        <span aria-hidden="true">{SIGNS[kind]}</span>
        {word === '' ? null : <span className="visually-hidden">{word}</span>}
      </td>
      <td className="diff-text" dir="ltr">
        {kind === 'gap' ? text || FIX.unchangedLines : text}
        {maskedChange ? <span className="diff-masked">{FIX.maskedChange}</span> : null}
      </td>
    </tr>
  );
}

function howMany(lines: readonly DiffLine[], kind: DiffLine['kind']): number {
  return lines.filter((line) => line.kind === kind).length;
}
