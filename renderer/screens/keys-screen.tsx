import { loadScreen } from '../parts/load-screen.tsx';

/** The keys of the window. */
export const KeysScreen = loadScreen(async () => (await import('../help/keys-page.tsx')).KeysPage);
