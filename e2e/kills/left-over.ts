import { readdirSync } from 'node:fs';

/** Files below a folder that no finished run leaves: temporary ones, drafts of locks, locks. */
export function leftOver(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tmp$|\.lock/.test(name),
  );
}
