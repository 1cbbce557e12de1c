import type { ReactNode } from 'react';
import type { Difference } from '../../main/contract/comparison.ts';
import { StateWord } from '../parts/state-mark.tsx';
import { EVIDENCE } from '../texts.ts';
import { splitMismatch } from '../view/split-mismatch.ts';
import { groupValues, type ValueGroup } from './group-values.ts';
import { COMPARE, WEIGHT_TEXTS } from './texts.ts';

/** What differs, one group of rows each; places that say the same stand in one row. */
export function DifferenceTable(props: {
  readonly differences: readonly Difference[];
  /** The sentence that stands on top already. */
  readonly told: string;
}): ReactNode {
  return (
    <table className="compare-table">
      <colgroup>
        <col className="compare-what" />
        <col className="compare-where" />
        <col />
      </colgroup>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{COMPARE.tableWhat}</th>
          <th scope="col">{COMPARE.tableWhere}</th>
          <th scope="col">{COMPARE.tableValue}</th>
        </tr>
      </thead>
      {props.differences.map((difference, index) => (
        <Rows key={index} difference={difference} told={props.told} />
      ))}
    </table>
  );
}

function Rows(props: { readonly difference: Difference; readonly told: string }): ReactNode {
  const { what, values, explains, weight, id } = props.difference;
  const groups = groupValues(values);
  return (
    <tbody>
      {groups.map((group, index) => (
        <tr key={index}>
          {index === 0 ? (
            <th scope="rowgroup" rowSpan={groups.length + (explains === null ? 0 : 1)}>
              {what}
            </th>
          ) : null}
          <td className="compare-letter">{group.places.join(', ')}</td>
          <td className="mono">
            <Value group={group} first={id === 'address' ? (groups[0] ?? null) : null} />
          </td>
        </tr>
      ))}
      {explains === null ? null : (
        <tr>
          <td />
          <td>
            <StateWord
              mark={weight === 'explains' ? 'square' : 'triangle'}
              word={
                explains.code === null
                  ? WEIGHT_TEXTS[weight]
                  : `${WEIGHT_TEXTS[weight]} (${explains.code})`
              }
            />
            {explains.sentence === props.told ? null : (
              <span className="compare-why">{explains.sentence}</span>
            )}
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** Addresses stand one above the other, with the first character that differs marked. */
function Value(props: {
  readonly group: ValueGroup;
  readonly first: ValueGroup | null;
}): ReactNode {
  const { group, first } = props;
  const text = group.value ?? COMPARE.notKnown;
  const other = first?.value ?? null;
  if (group.value === null || other === null || other === group.value) return text;
  const cut = splitMismatch(text, firstDifference(other, text));
  return (
    <>
      {cut.before}
      <mark className={cut.differs === '' ? 'mismatch-end' : ''}>
        {cut.differs === '' ? EVIDENCE.end : cut.differs}
      </mark>
      {cut.after}
    </>
  );
}

function firstDifference(one: string, other: string): number {
  const shared = Math.min(one.length, other.length);
  for (let at = 0; at < shared; at += 1) if (one[at] !== other[at]) return at;
  return shared;
}
