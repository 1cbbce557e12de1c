import { loadScreen } from '../parts/load-screen.tsx';

/** What the clients on this machine write while the user tries again in one of them. */
export const WatchScreen = loadScreen(
  async () => (await import('../watch/watch-page.tsx')).WatchPage,
);
