import { loadScreen } from '../parts/load-screen.tsx';

/** Every server of this machine against every client. */
export const MatrixScreen = loadScreen(
  async () => (await import('../matrix/matrix-page.tsx')).MatrixPage,
);
