import { useEffect, useState } from 'react';

/** Where nothing can be measured: the middle of a window of 1280 px. */
const USUAL = 864;

/** The width of an element in whole pixels, as it is now and whenever it changes. */
export function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(USUAL);
  useEffect(() => {
    const { current } = element;
    if (current === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const now = Math.floor(entry?.contentRect.width ?? 0);
      // Zero while it is hidden behind the pane of a narrow window.
      if (now > 0) setWidth(now);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
