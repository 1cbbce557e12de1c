import { useEffect, useLayoutEffect, useRef } from 'react';

/** What a person does to look elsewhere. */
const OWN_MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Keeps the end of the diagram in sight for one who is looking at it, and leaves one who scrolled up
 * alone. When the trace has ended, what it came to stands at the top of the screen: whoever was taken
 * along, and did nothing since, is taken there.
 * @param body of the diagram, in the scrolling `main`
 * @param height of the drawing
 * @param follows true while the trace goes on
 */
export function useFollow(
  body: { readonly current: HTMLElement | null },
  height: number,
  follows: boolean,
): void {
  const before = useRef(height);
  const isTaken = useRef(false);
  useEffect(() => {
    const main = body.current?.closest('main') ?? null;
    const leave = (): void => void (isTaken.current = false);
    for (const move of OWN_MOVES) main?.addEventListener(move, leave, { passive: true });
    return () => {
      for (const move of OWN_MOVES) main?.removeEventListener(move, leave);
    };
  }, [body]);
  useLayoutEffect(() => {
    const grown = height - before.current;
    before.current = height;
    const main = body.current?.closest('main') ?? null;
    if (main === null) return;
    if (follows) {
      const below = main.scrollHeight - main.scrollTop - main.clientHeight;
      if (grown <= 0 || below >= grown + 160) return;
      main.scrollTop = main.scrollHeight;
      isTaken.current = true;
    } else if (isTaken.current) {
      isTaken.current = false;
      main.scrollTop = 0;
    }
  }, [body, height, follows]);
}
