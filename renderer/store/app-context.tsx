import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { AppActions, AppState, AppStore } from './app-store.ts';

const AppContext = createContext<AppStore | null>(null);

/** Gives the store to everything inside. */
export function AppProvider(props: {
  readonly store: AppStore;
  readonly children: ReactNode;
}): ReactNode {
  return <AppContext value={props.store}>{props.children}</AppContext>;
}

/**
 * A part of the state; the component draws again when that part changes.
 * @param select picks the part; must return the same object for the same state
 */
export function useApp<T>(select: (state: AppState) => T): T {
  const store = useContext(AppContext);
  if (store === null) throw new Error('useApp is used outside AppProvider');
  return useStore(store, select);
}

/** The actions of the window; the same object for its whole life. */
export function useActions(): AppActions {
  return useApp((state) => state.actions);
}
