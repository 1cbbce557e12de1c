import { loadScreen } from '../parts/load-screen.tsx';

/** What would go into a bundle for support, read before it is saved. */
export const BundleScreen = loadScreen(
  async () => (await import('../repair/bodies.ts')).BundlePage,
);
