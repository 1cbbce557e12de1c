import path from 'node:path';
import { readAppArguments } from '../shared/app-arguments.ts';
import { openApp } from '../shared/open-app.ts';

/**
 * Opens the app: Electron, else an installed browser, else the diagnosis in this terminal.
 * @param argv `--home`, `--os`, `--project`
 * @returns the exit code of what ran
 */
export function openWindow(argv: readonly string[]): Promise<number> {
  return openApp({
    // The built file lies in dist/cli.
    dist: path.resolve(import.meta.dirname, '..'),
    profile: readAppArguments(argv),
    say: (line) => void process.stderr.write(`${line}\n`),
  });
}
