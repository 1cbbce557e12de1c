import type { Question } from './ask-leave.ts';

/** A question on stderr with its answer from the terminal; null where stdin is none (safety K3). */
export function createQuestion(): Question {
  if (!process.stdin.isTTY) return null;
  return async (text) => {
    const { createInterface } = await import('node:readline/promises');
    const asking = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await asking.question(text);
    } finally {
      asking.close();
    }
  };
}
