import { build, isBuilt } from '../build/build.ts';

/** Playwright's global setup: what is run is what the sources say now. */
async function buildFirst(): Promise<void> {
  if (!(await isBuilt())) await build();
}
export default buildFirst;
