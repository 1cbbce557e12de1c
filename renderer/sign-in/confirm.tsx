import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { TOKENS } from './texts.ts';

/** Something that is asked for and waits for its confirmation. */
export interface Removal {
  readonly how: 'delete' | 'revoke';
  readonly ids: readonly string[];
  readonly label: string;
  readonly question: string;
}

export interface AskProps {
  readonly asked: Removal | null;
  readonly onAsk: (removal: Removal | null) => void;
  readonly onConfirm: (removal: Removal) => Promise<void>;
}

/** Buttons that ask before they act: the question stands where the buttons were. */
export function Confirm(props: AskProps & { readonly removals: readonly Removal[] }): ReactNode {
  const { asked, onAsk, onConfirm, removals } = props;
  const mine = removals.find((one) => asked !== null && isSame(one, asked));
  if (mine === undefined)
    return (
      <p className="buttons">
        {removals.map((one) => (
          <Button key={one.label} onPress={() => onAsk(one)}>
            {one.label}
          </Button>
        ))}
      </p>
    );
  return (
    <div className="confirm" role="group" aria-label={mine.question}>
      <p className="prose">{mine.question}</p>
      <p className="buttons">
        <Button kind="main" onPress={() => void onConfirm(mine)}>
          {mine.label}
        </Button>
        <Button onPress={() => onAsk(null)}>{TOKENS.cancel}</Button>
      </p>
    </div>
  );
}

function isSame(one: Removal, other: Removal): boolean {
  return one.label === other.label && one.ids.join() === other.ids.join();
}
