import type { ReactNode } from 'react';
import type { Mark } from '../view/mark.ts';

const SHAPES: Record<Mark, ReactNode> = {
  circle: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  triangle: <path d="M6 0.8 11.6 11H0.4Z" fill="currentColor" />,
  square: (
    <>
      <rect x="0.5" y="0.5" width="11" height="11" rx="1" fill="currentColor" />
      <rect className="mark-bar" x="2.5" y="5" width="7" height="2" />
    </>
  ),
  ring: <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  dash: <rect x="2" y="5.25" width="8" height="1.5" fill="currentColor" />,
};

/** The shape of a state in a box of 12 by 12, to be drawn into another drawing. */
export function MarkShape(props: { readonly mark: Mark }): ReactNode {
  return SHAPES[props.mark];
}

/** The shape of a state. Always stands beside its word, so it is hidden from screen readers. */
export function StateMark(props: { readonly mark: Mark }): ReactNode {
  return (
    <svg className={`mark mark-${props.mark}`} viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[props.mark]}
    </svg>
  );
}

/** A state as shape and word. */
export function StateWord(props: { readonly mark: Mark; readonly word: string }): ReactNode {
  return (
    <span className="state">
      <StateMark mark={props.mark} />
      <span className={`word-${props.mark}`}>{props.word}</span>
    </span>
  );
}
