import { build, isBuilt } from '../build/build.ts';
import { findBrowser, thisMachine } from '../main/hosts/shared/find-browser.ts';

/**
 * Playwright's global setup: what is run is what the sources say now. Without a browser the run ends
 * here with one line; `npm test` does not even begin it and names it as skipped.
 */
async function buildFirst(): Promise<void> {
  if (findBrowser(thisMachine()) === null)
    throw new Error('No Chrome, Chromium or Edge is installed; every end-to-end test needs one.');
  if (!(await isBuilt())) await build();
}
export default buildFirst;
