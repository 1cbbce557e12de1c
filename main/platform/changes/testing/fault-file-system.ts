import {
  nodeChangeFileSystem,
  type ChangeFile,
  type ChangeFileSystem,
} from '../change-file-system.ts';

export interface Faults {
  readonly fs: ChangeFileSystem;
  /** The calls so far, in order: `open`, `file.write` and so on. */
  readonly calls: string[];
}

export interface FaultPlan {
  /** Called before each call with its number from 1; a code makes it fail. Never for 0 or null. */
  readonly codeFor: (call: number, what: string) => string | null;
  /** Called before each call, to change something in between. */
  readonly before?: (call: number, what: string) => void;
  readonly fs?: ChangeFileSystem;
}

/** An error as the system gives it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made by a test`), { code });
}

/** Fails the n-th call and no other. */
export function failNth(n: number, code: string): FaultPlan {
  return { codeFor: (call) => (call === n ? code : null) };
}

/**
 * The file system with a fault in it (safety section 6). A call that fails does nothing, but a write
 * has written the half of it, as a full disk does, and a file that fails to close is closed.
 */
export function createFaults({ codeFor, before, fs = nodeChangeFileSystem }: FaultPlan): Faults {
  const calls: string[] = [];
  const check = (what: string): string | null => {
    calls.push(what);
    before?.(calls.length, what);
    return codeFor(calls.length, what);
  };
  const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const code = check(what);
    if (code !== null) throw systemError(code);
    return work();
  };
  return {
    calls,
    fs: {
      open: (path, flags, mode) =>
        step('open', async () => faultyFile(await fs.open(path, flags, mode), step, check)),
      lstat: (path) => step('lstat', () => fs.lstat(path)),
      realpath: (path) => step('realpath', () => fs.realpath(path)),
      access: (path, mode) => step('access', () => fs.access(path, mode)),
      readdir: (path) => step('readdir', () => fs.readdir(path)),
      mkdir: (path) => step('mkdir', () => fs.mkdir(path)),
      chmod: (path, mode) => step('chmod', () => fs.chmod(path, mode)),
      link: (path, name) => step('link', () => fs.link(path, name)),
      rename: (from, to) => step('rename', () => fs.rename(from, to)),
      unlink: (path) => step('unlink', () => fs.unlink(path)),
      kindOfDrive: (path) => step('kindOfDrive', () => fs.kindOfDrive(path)),
    },
  };
}

type Step = <T>(what: string, work: () => Promise<T>) => Promise<T>;

function faultyFile(
  file: ChangeFile,
  step: Step,
  check: (what: string) => string | null,
): ChangeFile {
  return {
    stat: () => step('file.stat', () => file.stat()),
    read: (...args) => step('file.read', () => file.read(...args)),
    async write(buffer, offset, length, position) {
      const code = check('file.write');
      if (code === null) return file.write(buffer, offset, length, position);
      await file.write(buffer, offset, Math.floor(length / 2), position);
      throw systemError(code);
    },
    truncate: (length) => step('file.truncate', () => file.truncate(length)),
    chmod: (mode) => step('file.chmod', () => file.chmod(mode)),
    chown: (uid, gid) => step('file.chown', () => file.chown(uid, gid)),
    sync: () => step('file.sync', () => file.sync()),
    async close() {
      const code = check('file.close');
      await file.close();
      if (code !== null) throw systemError(code);
    },
  };
}
