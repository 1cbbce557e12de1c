import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPatient, type RunningPatient } from '../../../main/hospital/start-patient.ts';
import type { ConfigCase } from './config-case.ts';

/** A case on the disk, with its servers running. */
export interface LaidOut {
  readonly home: string;
  readonly project: string;
  /** What stands for the folder of the organisation's files. */
  readonly managed: string;
  readonly open: RunningPatient;
  readonly guarded: RunningPatient;
  readonly env: Readonly<Record<string, string>>;
}

/** Writes a case into folders of its own, does the work, and removes it. */
export async function withConfig<T>(
  one: ConfigCase,
  work: (laidOut: LaidOut) => Promise<T>,
): Promise<T> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'unblank-config-')));
  const [home, project, managed] = ['home', 'project', 'managed'].map((name) =>
    path.join(root, name),
  ) as [string, string, string];
  const open = await startPatient('incident-open-with-metadata');
  const guarded = await startPatient('healthy');
  try {
    for (const folder of [home, project, managed]) await mkdir(folder);
    const files = one.files({ open: open.url, guarded: guarded.url, project, now: Date.now() });
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(root, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return await work({ home, project, managed, open, guarded, env: one.env ?? {} });
  } finally {
    await Promise.all([open.close(), guarded.close()]);
    await rm(root, { recursive: true, force: true });
  }
}
