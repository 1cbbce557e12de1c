import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { remoteHash } from '../../main/engine/local/stores/remote-hash.ts';
import type { Capture } from './capture.ts';

/** What mcp-remote keeps; of the recordings only the names of its files are known. */
const KEPT: readonly (readonly [RegExp, string])[] = [
  [/^client_info\.json$/, '{"client_id":"cid-1"}'],
  [/^tokens\.json$/, '{"access_token":"made-up","token_type":"Bearer"}'],
  [/^code_verifier/, 'made-up'],
  [/^discovery_state/, '{}'],
];

/**
 * Lays a recording out as the home of a user on Linux: configuration, logs and stores where the
 * client has them (local-files 3.3, 3.4).
 * @param home an empty folder
 */
export function layOutHome(capture: Capture, home: string): void {
  const put = (name: string, text: string): void => {
    const file = path.join(home, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { mode: 0o600 });
  };
  if (capture.client === 'claude-code') layOutClaudeCode(capture, put);
  else layOutMcpRemote(capture, put);
}

type Put = (name: string, text: string) => void;

function layOutClaudeCode({ url, logs, credentials, needsAuth }: Capture, put: Put): void {
  put('.claude.json', JSON.stringify({ mcpServers: { rec: { type: 'http', url } } }));
  logs.forEach((text, at) => {
    const name = `2026-11-23T15-0${String(at)}-00-000Z.jsonl`;
    put(`.cache/claude-cli-nodejs/-home-sam/mcp-logs-rec/${name}`, text);
  });
  if (credentials !== null) put('.claude/.credentials.json', credentials);
  if (needsAuth !== null) put('.claude/mcp-needs-auth-cache.json', needsAuth);
}

function layOutMcpRemote({ url, version, logs, kept }: Capture, put: Put): void {
  const args = ['-y', `mcp-remote@${version}`, url, '--debug'];
  const servers = { rec: { command: 'npx', args } };
  put('.config/Claude/claude_desktop_config.json', JSON.stringify({ mcpServers: servers }));
  const store = `.mcp-auth/mcp-remote-v1/${remoteHash(url)}`;
  for (const text of logs) put(`${store}_debug.log`, text);
  for (const name of kept) {
    const text = KEPT.find(([pattern]) => pattern.test(name))?.[1];
    if (text !== undefined) put(`${store}_${name}`, text);
  }
}
