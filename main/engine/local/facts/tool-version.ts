import type { Ports } from '../../ports.ts';

type ToolPorts = Pick<Ports, 'files' | 'place'>;
type Look = (path: string, ports: ToolPorts) => Promise<string | null>;

const LIMIT = 256 * 1024;

/** Where each tool leaves its version, first one first. */
const LOOKS: Readonly<Record<string, readonly Look[]>> = {
  node: [inPath(/[\\/]v?(\d+\.\d+\.\d+)[\\/]/u), nodeHeader],
  npm: [packageAbove('npm')],
  npx: [packageAbove('npm')],
  python3: [inPath(/python(3\.\d+)(?:\.exe)?$/u)],
  claude: [
    inPath(/[\\/]claude[\\/]versions[\\/](\d+\.\d+\.\d+[\w.-]*)/u),
    packageAbove('@anthropic-ai/claude-code'),
  ],
};

/**
 * The version of a tool, from its path or a file beside it. Nothing is run (safety I1).
 * @param path where its link leads in the end
 * @returns null where it is written nowhere
 */
export async function toolVersion(
  name: string,
  path: string,
  ports: ToolPorts,
): Promise<string | null> {
  for (const look of LOOKS[name] ?? []) {
    const version = await look(path, ports);
    if (version !== null) return version;
  }
  return null;
}

function inPath(pattern: RegExp): Look {
  return (path) => Promise.resolve(pattern.exec(path)?.[1] ?? null);
}

/** The package.json of a package: in one of three folders above, or in node_modules beside (Windows). */
function packageAbove(name: string): Look {
  return async (path, ports) => {
    const folder = folderOf(path);
    const above = [folder, folderOf(folder), folderOf(folderOf(folder))];
    const beside = ports.place.join(folder, 'node_modules', ...name.split('/'));
    for (const one of [...above, beside]) {
      const text = await textOf(ports.place.join(one, 'package.json'), ports);
      const version = text === null ? null : versionIn(text, name);
      if (version !== null) return version;
    }
    return null;
  };
}

function versionIn(text: string, name: string): string | null {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null) return null;
    const { name: own, version } = json as Readonly<Record<string, unknown>>;
    return own === name && typeof version === 'string' ? safeVersion(version) : null;
  } catch {
    return null;
  }
}

function safeVersion(version: string): string | null {
  return /^\d{1,5}\.\d{1,5}\.\d{1,5}[\w.+-]{0,40}$/u.exec(version)?.[0] ?? null;
}

/** Node installs its own headers: `<prefix>/include/node/node_version.h`. */
async function nodeHeader(path: string, ports: ToolPorts): Promise<string | null> {
  const prefix = folderOf(folderOf(path));
  const text = await textOf(ports.place.join(prefix, 'include', 'node', 'node_version.h'), ports);
  const part = (name: string): string | undefined =>
    new RegExp(`#define NODE_${name}_VERSION (\\d{1,5})\\b`, 'u').exec(text ?? '')?.[1];
  const parts = [part('MAJOR'), part('MINOR'), part('PATCH')];
  return parts.includes(undefined) ? null : parts.join('.');
}

async function textOf(path: string, { files }: ToolPorts): Promise<string | null> {
  const read = await files.read(path, LIMIT).catch(() => null);
  return read?.kind === 'bytes' ? new TextDecoder().decode(read.bytes) : null;
}

function folderOf(path: string): string {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return at <= 0 ? path.slice(0, Math.max(at, 0) + 1) : path.slice(0, at);
}
