import { builtinModules } from 'node:module';
import path from 'node:path';
import { DOORS, INSTEAD_OF, LAYERS, TEST_FILE } from './layers.mjs';

/** @typedef {import('./layers.mjs').Layer} Layer */

/**
 * The layer of a file, by the longest folder that holds it.
 * @param {string} file path from the root of the repository, with forward slashes
 * @returns {Layer | undefined} undefined for a file that no layer has
 */
export function layerOf(file) {
  if (TEST_FILE.test(file)) return LAYERS.find((layer) => layer.name === 'tests');
  const length = (/** @type {Layer} */ layer) =>
    Math.max(0, ...layer.folders.filter((one) => holds(one, file)).map((one) => one.length));
  const best = LAYERS.reduce((a, b) => (length(b) > length(a) ? b : a));
  return length(best) > 0 ? best : undefined;
}

/**
 * The npm package that a specifier names: `react-dom/client` is of `react-dom`.
 * @param {string} specifier a bare specifier
 */
export function packageOf(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * Judges one import by the layer table.
 * @param {string} file importing file, from the root of the repository, with forward slashes
 * @param {string} specifier what it imports, as written
 * @param {readonly string[]} names exports that it takes; `*` where it takes the whole module
 * @returns {string | null} null where the import is allowed, else what is wrong and what to do
 */
export function judgeImport(file, specifier, names) {
  const layer = layerOf(file);
  if (!layer)
    return `No layer has ${file}. Move it, or give its folder a layer in build/layers.mjs.`;
  if (specifier.startsWith('.')) return judgeFile(layer, file, specifier);
  const judge = isBuiltin(specifier) ? judgeBuiltin : judgePackage;
  return judge(layer, specifier) ?? judgeDoors(layer, file, specifier, names);
}

/**
 * @param {Layer} layer
 * @param {string} file
 * @param {string} specifier
 */
function judgeFile(layer, file, specifier) {
  const target = path.posix.join(path.posix.dirname(file), specifier);
  const other = layerOf(target);
  if (!other) return `No layer has ${target}. Give its folder a layer in build/layers.mjs.`;
  if (other === layer || lists(layer.layers, other.name)) return null;
  if (other.name === 'tests')
    return `${layer.name} may not import ${target}: it is there for tests.`;
  const allowed = layer.layers.join(', ') || 'no other layer';
  return `${layer.name} may not import ${other.name}. It may import: ${allowed}. ${layer.advice}`;
}

/**
 * @param {Layer} layer
 * @param {string} specifier
 */
function judgeBuiltin(layer, specifier) {
  const name = bare(specifier);
  if (!specifier.startsWith('node:')) return `Write node:${name}, so that it is seen to be Node's.`;
  if (lists(layer.builtins, name)) return null;
  const port = layer.builtins.length === 0 ? INSTEAD_OF[packageOf(name)] : undefined;
  const instead = layer.name === 'engine' && port ? `Use ${port}.` : layer.advice;
  return `${layer.name} may not import ${specifier}. ${instead}`;
}

/**
 * @param {Layer} layer
 * @param {string} specifier
 */
function judgePackage(layer, specifier) {
  const name = packageOf(specifier);
  const owners = LAYERS.filter((one) => one.packages.includes(name)).map((one) => one.name);
  if (owners.length === 0)
    return `No layer lists the npm package ${name}. List it in build/layers.mjs, and in README's dependency table.`;
  if (lists(layer.packages, name)) return null;
  return `${layer.name} may not import the npm package ${name}, which is listed for ${owners.join(', ')}. ${layer.advice}`;
}

/**
 * @param {Layer} layer
 * @param {string} file
 * @param {string} specifier
 * @param {readonly string[]} names
 */
function judgeDoors(layer, file, specifier, names) {
  if (layer.name === 'tests' || layer.name === 'build') return null;
  const closed = DOORS.find(
    (door) =>
      door.modules.includes(bare(specifier)) &&
      !door.folders.some((one) => holds(one, file)) &&
      (door.names.length === 0 || names.some((one) => one === '*' || door.names.includes(one))),
  );
  if (!closed) return null;
  const what = closed.names.length > 0 ? `${closed.names.join(', ')} of ${specifier}` : specifier;
  return `${what} may be imported only in ${closed.folders.join(', ')}. ${closed.why}`;
}

/**
 * @param {string} folder a folder with its slash, or a file
 * @param {string} file
 */
function holds(folder, file) {
  return folder.endsWith('/') ? file.startsWith(folder) : file === folder;
}

/**
 * @param {readonly string[]} list
 * @param {string} name
 */
function lists(list, name) {
  return list.includes('*') || list.includes(name);
}

/** @param {string} specifier */
function bare(specifier) {
  return specifier.replace(/^node:/, '');
}

/** @param {string} specifier */
function isBuiltin(specifier) {
  return specifier.startsWith('node:') || builtinModules.includes(specifier);
}
