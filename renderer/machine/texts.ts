import type { ConfigState } from '../../main/contract/report.ts';
import { count } from '../texts.ts';

/** Texts of what was read of this machine; the rules of renderer/texts.ts hold here too. */

export const CONFIG_TEXTS: Record<ConfigState, string> = {
  ok: 'read',
  empty: 'empty',
  broken: 'broken',
  folder: 'a folder, not a file',
  unreadable: 'may not be read',
  'too-large': 'too large to read',
  missing: 'not there',
};

export const DETAILS = {
  programs: 'Programs',
  files: 'Configuration files',
  logs: 'Logs',
  olderLogs: (number: number) => count(number, 'older log', 'older logs'),
  facts: 'About this machine',
  noPrograms: 'No Claude program was found in the usual places.',
  noFiles: 'No configuration file of Claude Desktop or Claude Code was found in the usual places.',
  version: (version: string | null) => version ?? 'version not found',
  serverCount: (number: number) => count(number, 'server', 'servers'),
} as const;
