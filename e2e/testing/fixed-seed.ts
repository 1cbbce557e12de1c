/**
 * Set-up of every test file. Where `.ci/run` names a seed, all properties take it in place of a random
 * one each, so that the same is checked every time (safety, section 6); `npm test` looks elsewhere
 * each time, and a seed that fails becomes a test with a name.
 */
const seed = process.env.UNBLANK_SEED;
if (seed !== undefined) {
  const { configureGlobal } = await import('fast-check');
  configureGlobal({ seed: Number(seed) });
}
