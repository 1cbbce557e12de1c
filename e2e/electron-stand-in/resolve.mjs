/** @type {string | undefined} */
let standIn;

/** @param {{ standIn: string | undefined }} data file URL of the bundled stand-in */
export function initialize(data) {
  standIn = data.standIn;
}

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, nextResolve) {
  if (specifier !== 'electron') return nextResolve(specifier, context);
  if (standIn === undefined) throw new Error('ELECTRON_STAND_IN names no file');
  return { url: standIn, format: 'module', shortCircuit: true };
}
