import type { ReactNode } from 'react';
import { createFakeHost } from '../../main/contract/fake.ts';
import type { Handlers } from '../../main/contract/host.ts';
import { App } from '../app.tsx';
import { AppProvider } from '../store/app-context.tsx';
import { createAppStore, type AppStore } from '../store/app-store.ts';
import { SAMPLE_OVERVIEW, SAMPLE_PAGE } from './sample-overview.ts';
import { NOTHING_KEPT } from './sample-trace.ts';

type FakeHost = ReturnType<typeof createFakeHost>;

/**
 * The whole window over a fake host that knows the sample machine.
 * @param handlers answers that differ from the sample's
 * @returns what to render, the host to send events with, and the store behind the window
 */
export function createTestApp(handlers: Partial<Handlers> = {}): FakeHost & {
  readonly element: ReactNode;
  readonly store: AppStore;
} {
  const host = createFakeHost({
    'app.about': () => ({ version: '0.1.0', host: 'test', os: 'darwin' }),
    'machine.overview': () => SAMPLE_OVERVIEW,
    'diagnosis.start': () => ({ runId: 'run-1' }),
    'diagnosis.cancel': () => ({}),
    'mode.explain': () => SAMPLE_PAGE,
    'page.open': () => ({}),
    'trace.start': () => ({ runId: 'run-1' }),
    'trace.cancel': () => ({}),
    'watch.start': () => ({ runId: 'run-1' }),
    'watch.stop': () => ({}),
    'tokens.list': () => NOTHING_KEPT,
    'journal.list': () => ({ entries: [] }),
    'vendor.report': () => ({ text: null, why: 'The server is the cause.' }),
    ...handlers,
  });
  const store = createAppStore(host.client);
  const element = (
    <AppProvider store={store}>
      <App />
    </AppProvider>
  );
  return { ...host, store, element };
}
