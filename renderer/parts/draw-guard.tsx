import { Component, type ReactNode } from 'react';
import { FRAME } from '../texts.ts';

interface GuardProps {
  readonly children: ReactNode;
}

/**
 * Keeps the rest of the window alive where a screen cannot be drawn (safety A12, L2). Give it a new
 * `key` for each screen, so that the next one is tried afresh.
 */
export class DrawGuard extends Component<GuardProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <section className="card" role="alert">
        <p className="card-title">{FRAME.brokenScreen}</p>
        <p className="prose">{FRAME.brokenScreenAdvice}</p>
      </section>
    );
  }
}
