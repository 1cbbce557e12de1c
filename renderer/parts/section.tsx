import { useId, type ReactNode } from 'react';

/** A part of a screen under a heading. */
export function Section(props: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id} className="section-title">
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}
