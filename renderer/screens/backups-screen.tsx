import { loadScreen } from '../parts/load-screen.tsx';

/** What was backed up, and what of it differs now. */
export const BackupsScreen = loadScreen(
  async () => (await import('../repair/bodies.ts')).BackupsPage,
);
