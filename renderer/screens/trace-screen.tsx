import { loadScreen } from '../parts/load-screen.tsx';

/** The traced sign-in of one server: before it, while it goes on, when it has ended. */
export const TraceScreen = loadScreen(async () => (await import('../sign-in/bodies.ts')).TracePage);
