import { programOf } from '../../../modes/evidence/entry-command.ts';

/** As shells and mcp-remote take it. */
export function isVariableName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]{0,99}$/.test(name);
}

/** Control characters, and what turns or hides the text around it (safety G14). */
export function hasControl(text: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(text);
}

/** A path that means the same in every folder. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:\/|[A-Za-z]:[\\/]|\\\\[^\\])/.test(path) && !hasControl(path) && !path.includes('"');
}

export function isWindowsPath(path: string): boolean {
  return /^(?:[A-Za-z]:[\\/]|\\\\)/.test(path);
}

/** A program that takes a whole command line as one text and reads it itself. */
export function isShell(command: string): boolean {
  return /^(?:sh|bash|zsh|fish|dash|ksh|powershell|pwsh|wsl)$/.test(programOf(command));
}
