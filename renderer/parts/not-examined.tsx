import type { ReactNode } from 'react';
import type { Report } from '../../main/contract/report.ts';
import { DIAGNOSIS } from '../texts.ts';
import { Section } from './section.tsx';

/** What a check did not look at, each with its reason: said, never guessed. */
export function NotExamined(props: { readonly items: Report['notExamined'] }): ReactNode {
  return (
    <Section title={DIAGNOSIS.notExamined}>
      {props.items.length === 0 ? <p className="hint">{DIAGNOSIS.notExaminedNone}</p> : null}
      <ul className="list lines">
        {props.items.map((item, index) => (
          <li key={index}>
            {item.what}
            <span className="quiet">{item.why}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
