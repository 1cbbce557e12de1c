import { loadScreen } from '../parts/load-screen.tsx';

/** What was changed on this machine, and how to take it back. */
export const JournalScreen = loadScreen(
  async () => (await import('../repair/bodies.ts')).JournalPage,
);
