import { CHUNK, createBuffers, type Buffers } from './read-windows.ts';

/** Lends buffers to scans: memory that is given back late would add up over fifty logs. */
export interface BufferPool {
  /** @param size of the file; a small one gets small ones */
  take(size: number): Buffers;
  /** Takes back what nothing is read into any more. */
  give(buffers: Buffers): void;
}

const SPARE = 2;

/** @returns a pool that keeps at most two pairs for large files, 4 MiB in all */
export function createBufferPool(): BufferPool {
  const spare: Buffers[] = [];
  return {
    take: (size) => (size < CHUNK ? null : spare.pop()) ?? createBuffers(size),
    give(buffers) {
      if (buffers[0].length > CHUNK && spare.length < SPARE) spare.push(buffers);
    },
  };
}
