import { lazy, Suspense, useEffect, type ComponentType, type ReactNode } from 'react';
import { SIGN_IN } from '../texts.ts';

/**
 * A part of a screen that is not read at the start of the window. While it is, a line says so; where
 * it cannot be read, the guard of the screen says that.
 * @param load imports the module and picks the component
 */
export function loadScreen<P extends object>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => ReactNode {
  const Loaded = lazy(async () => ({ default: await load() }));
  return function LoadedScreen(props: P): ReactNode {
    return (
      <Suspense fallback={<p className="hint">{SIGN_IN.loading}</p>}>
        <Loaded {...props} />
        <Arrived />
      </Suspense>
    );
  };
}

/** A heading that comes after the screen was opened takes the focus that waits for it in `main`. */
function Arrived(): ReactNode {
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement?.matches('main') === true) activeElement.querySelector('h1')?.focus();
  }, []);
  return null;
}
