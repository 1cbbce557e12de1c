import { useEffect } from 'react';

/** What each key of the window does; a key that is not listed does nothing. */
export type WindowKeys = Readonly<Record<string, () => void>>;

/**
 * Listens for single keys in the whole window. Keys typed into a field and keys with a modifier are
 * left alone; Escape works everywhere and first leaves the field it was typed in.
 * @param keys by the name of the key
 */
export function useWindowKeys(keys: WindowKeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if (isField(event.target)) return leaveField(event);
      const action = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [keys]);
}

function isField(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLElement && target.matches('input:not([type=radio]), textarea, select')
  );
}

function leaveField(event: KeyboardEvent): void {
  if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
}
