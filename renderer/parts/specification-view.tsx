import type { ReactNode } from 'react';
import type { RequirementReport } from '../../main/contract/requirement-report.ts';
import type { RequirementState } from '../../main/contract/words.ts';
import { SPECIFICATION } from '../specification-texts.ts';
import { Section } from './section.tsx';

/** What the specification asks, apart from what clients do: broken at first, the rest folded. */
export function SpecificationView(props: {
  readonly rows: readonly RequirementReport[];
}): ReactNode {
  const { rows } = props;
  if (rows.length === 0) return null;
  const of = (state: RequirementState) => rows.filter((one) => one.state === state);
  const [met, broken, unseen] = [of('met'), of('broken'), of('not-seen')];
  return (
    <Section title={SPECIFICATION.title}>
      <p className="hint">{SPECIFICATION.summary(met.length, broken.length, unseen.length)}</p>
      <Rows title={SPECIFICATION.brokenTitle(broken.length)} rows={broken} />
      <Rows title={SPECIFICATION.unseenTitle(unseen.length)} rows={unseen} />
      <Rows title={SPECIFICATION.metTitle(met.length)} rows={met} />
    </Section>
  );
}

function Rows(props: {
  readonly title: string;
  readonly rows: readonly RequirementReport[];
}): ReactNode {
  if (props.rows.length === 0) return null;
  return (
    <details className="fold">
      <summary>
        <span className="fold-title">{props.title}</span>
      </summary>
      <ul className="list lines fold-body">
        {props.rows.map((one) => (
          <li key={one.id}>
            <span className="mono">{one.id}</span> {one.text}
            <span className="quiet">
              {one.level} · {SPECIFICATION.revisions(one.revisions)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
