import type { ReactNode } from 'react';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** `main` once on a screen; `quiet` looks like a link. */
  readonly kind?: 'main' | 'plain' | 'quiet';
  readonly isDisabled?: boolean;
  readonly expanded?: boolean;
  readonly controls?: string;
  /** For screen readers, where the text alone does not tell two buttons apart; begins with it. */
  readonly label?: string;
}

/** A button of the window. Its label is text; an icon may stand beside it, never instead of it. */
export function Button(props: ButtonProps): ReactNode {
  const {
    children,
    onPress,
    kind = 'plain',
    isDisabled = false,
    expanded,
    controls,
    label,
  } = props;
  return (
    <button
      type="button"
      className={`button button-${kind}`}
      onClick={onPress}
      disabled={isDisabled}
      aria-expanded={expanded}
      aria-controls={controls}
      aria-label={label}
    >
      {children}
    </button>
  );
}
