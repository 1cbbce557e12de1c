import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPatient, type RunningPatient } from '../../../main/hospital/start-patient.ts';
import type { Renaming } from '../configs/config-answer.ts';
import type { FixCase, FixWords } from './fix-case.ts';

/** A broken set-up on the disk, with the servers that it names. */
export interface FixHome {
  readonly root: string;
  readonly home: string;
  readonly project: string;
  readonly words: FixWords;
  readonly env: Readonly<Record<string, string>>;
  /** What stands for the places that are others in every run. */
  readonly renaming: Renaming;
}

/** Lays a broken set-up out in a folder of its own, does the work, and removes it. */
export async function withFixHome<T>(
  one: FixCase,
  work: (home: FixHome) => Promise<T>,
): Promise<T> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'unblank-fix-')));
  const servers = await Promise.all(SERVERS.map((start) => start()));
  try {
    const [home, project] = [path.join(root, 'home'), path.join(root, 'project')];
    await Promise.all([mkdir(home), mkdir(project)]);
    const words = wordsOf(home, project, servers);
    await writeFile(words.ca, servers[2]?.ca ?? '');
    await writeAll(root, one.files(words));
    return await work({ root, home, project, words, env: one.env ?? {}, renaming: naming(words) });
  } finally {
    await Promise.all(servers.map((server) => server.close()));
    await rm(root, { recursive: true, force: true });
  }
}

/** The order of `wordsOf`. */
const SERVERS: readonly (() => Promise<RunningPatient>)[] = [
  () => startPatient('incident-open-with-metadata'),
  () => startPatient('healthy'),
  () => startPatient('incident-open-with-metadata', { tls: true }),
  () => startPatient('resource-slash-served'),
];

function wordsOf(home: string, project: string, servers: readonly RunningPatient[]): FixWords {
  const [open = '', guarded = '', secure = '', slashed = ''] = servers.map(({ url }) => url);
  const ca = path.join(home, 'company-ca.pem');
  return { open, guarded, secure, slashed, ca, home, project, now: Date.now() };
}

function naming({ open, guarded, secure, slashed, project, home }: FixWords): Renaming {
  const hosts = Object.entries({ open, guarded, secure, slashed }).map(
    ([name, url]) => [new URL(url).host, `{${name}}`] as const,
  );
  return [...hosts, [project, '{project}'], [home, '~']];
}

async function writeAll(root: string, files: Readonly<Record<string, string | Uint8Array>>) {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
