/** The clients that are judged, by id. Written by `npm run generate`: do not edit. */
import type { Client } from '../model/client.ts';
import { client as claudeCode } from './claude-code.ts';
import { client as claudeHosted } from './claude-hosted.ts';
import { client as mcpRemote } from './mcp-remote.ts';

export const CLIENTS: readonly Client[] = [claudeCode, claudeHosted, mcpRemote];
