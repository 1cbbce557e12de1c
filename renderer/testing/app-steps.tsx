import { act, fireEvent, render, screen, within } from '@testing-library/react';
import type { Handlers } from '../../main/contract/host.ts';
import { SAMPLE_REPORT } from './sample-report.ts';
import { createTestApp } from './test-app.tsx';

/** The window, opened: the overview has been read. */
export async function open(handlers: Partial<Handlers> = {}) {
  const app = createTestApp(handlers);
  render(app.element);
  await screen.findByText(/nobody was contacted/);
  return app;
}

/** The window with a check of the server `acme` under way. */
export async function start(handlers: Partial<Handlers> = {}) {
  const app = await open(handlers);
  fireEvent.click(await screen.findByRole('button', { name: /^acme https/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Check this server' }));
  await screen.findByRole('button', { name: 'Stop' });
  return app;
}

/** The window with that check finished. */
export async function finish(report = SAMPLE_REPORT, handlers: Partial<Handlers> = {}) {
  const app = await start(handlers);
  act(() => app.emit('diagnosis.finished', { runId: 'run-1', report }));
  return app;
}

export const main = () => within(screen.getByRole('main'));
export const station = (name: RegExp) => main().getByRole('button', { name });
export const press = (key: string) =>
  act(() => void fireEvent.keyDown(document.activeElement ?? document.body, { key }));
