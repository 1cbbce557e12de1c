/** The clients that are judged, by id. Written by `npm run generate`: do not edit. */
import type { Client } from '../model/client.ts';
import { client as claudeCode } from './claude-code.ts';
import { client as claudeDesktopCode } from './claude-desktop-code.ts';
import { client as claudeHosted } from './claude-hosted.ts';
import { client as cursor } from './cursor.ts';
import { client as mcpRemote } from './mcp-remote.ts';
import { client as pythonSdk } from './python-sdk.ts';
import { client as tsSdk } from './ts-sdk.ts';
import { client as vscode } from './vscode.ts';
import { client as tsSdk1 } from './ts-sdk-1.ts';
import { client as claudeCode21197 } from './claude-code-2-1-197.ts';
import { client as claudeDesktop3p } from './claude-desktop-3p.ts';

export const CLIENTS: readonly Client[] = [
  claudeCode,
  claudeDesktopCode,
  claudeHosted,
  cursor,
  mcpRemote,
  pythonSdk,
  tsSdk,
  vscode,
  tsSdk1,
  claudeCode21197,
  claudeDesktop3p,
];
