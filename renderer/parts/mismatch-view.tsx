import type { ReactNode } from 'react';
import type { Evidence } from '../../main/contract/report.ts';
import { EVIDENCE } from '../texts.ts';
import { splitMismatch } from '../view/split-mismatch.ts';

type Mismatch = Extract<Evidence, { kind: 'mismatch' }>;

/** Two strings one above the other, letter under letter, with the first difference marked. */
export function MismatchView(props: { readonly evidence: Mismatch }): ReactNode {
  const { what, expected, received, differsAt } = props.evidence;
  return (
    <figure className="evidence">
      <figcaption>{what}</figcaption>
      <div className="mismatch" role="group" aria-label={what}>
        <span className="caption">{EVIDENCE.expected}</span>
        <Line text={expected} differsAt={differsAt} />
        <span className="caption">{EVIDENCE.received}</span>
        <Line text={received} differsAt={differsAt} />
      </div>
      {differsAt < 0 ? null : <p className="hint">{EVIDENCE.differs(differsAt + 1)}</p>}
    </figure>
  );
}

function Line(props: { readonly text: string; readonly differsAt: number }): ReactNode {
  if (props.text === '') return <code className="mismatch-none">{EVIDENCE.missing}</code>;
  const cut = splitMismatch(props.text, props.differsAt);
  return (
    <code dir="ltr">
      {cut.before}
      {props.differsAt < 0 ? null : (
        <mark className={cut.differs === '' ? 'mismatch-end' : ''}>
          {cut.differs === '' ? EVIDENCE.end : cut.differs}
        </mark>
      )}
      {cut.after}
    </code>
  );
}
