import { nodeFileSystem, type FileSystem } from '../../file-system.ts';

/** The file system, and a way to wait for who polls it. */
export interface PolledFileSystem {
  readonly fs: FileSystem;
  /** Until a look that began after this call is over: until the second file is opened from now. */
  looked(): Promise<void>;
}

export function createPolledFileSystem(): PolledFileSystem {
  const waiting = new Set<{ left: number; readonly resolve: () => void }>();
  const fs: FileSystem = {
    ...nodeFileSystem,
    open(path, flags) {
      for (const one of waiting) {
        one.left -= 1;
        if (one.left > 0) continue;
        waiting.delete(one);
        one.resolve();
      }
      return nodeFileSystem.open(path, flags);
    },
  };
  return {
    fs,
    looked: () => new Promise((resolve) => waiting.add({ left: 2, resolve })),
  };
}
