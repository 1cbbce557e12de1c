import { loadScreen } from '../parts/load-screen.tsx';

/** One change: what it does, what it did; also an undo, a restore and what was interrupted. */
export const FixScreen = loadScreen(async () => (await import('../repair/bodies.ts')).FixPage);
