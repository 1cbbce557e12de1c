import type { Progress } from '../../engine/run/diagnose.ts';

/**
 * Shows progress on stderr: one line that is rewritten on a terminal, nothing where there is none
 * (a log of every request would bury what matters).
 * @returns a listener, and an end that wipes the line
 */
export function progressLine(stream: NodeJS.WriteStream): {
  show: (progress: Progress) => void;
  end: () => void;
} {
  if (!stream.isTTY) return { show: () => undefined, end: () => undefined };
  const wipe = '\r\u001b[2K';
  return {
    show: ({ text, done, total }) => {
      const line = `${done}/${total}  ${text}`;
      stream.write(wipe + line.slice(0, Math.max(20, stream.columns - 1)));
    },
    end: () => void stream.write(wipe),
  };
}
