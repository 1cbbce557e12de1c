import { launchApp, type AppUnderTest } from '../drivers/driver.ts';
import { withHome, type Home, type WrittenHome } from '../homes/home.ts';

/**
 * Opens the app on a fixture home, gives it to the work, closes it and removes the home.
 * @param built the home, as e2e/homes/home.ts builds it
 */
export function withOpenHome(
  built: Home,
  work: (app: AppUnderTest, written: WrittenHome) => Promise<void>,
): Promise<void> {
  return withHome(built, async (written) => {
    const { home, project } = written;
    const app = await launchApp({ home, os: built.os, project });
    try {
      await work(app, written);
    } finally {
      await app.close();
    }
  });
}
