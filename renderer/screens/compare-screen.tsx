import { loadScreen } from '../parts/load-screen.tsx';

/** One server across the places of this machine: what differs, and what that explains. */
export const CompareScreen = loadScreen(
  async () => (await import('../compare/compare-page.tsx')).ComparePage,
);
