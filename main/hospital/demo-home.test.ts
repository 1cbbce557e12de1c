import { access, readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { demoFiles } from './demo-files.ts';
import { createDemoHome } from './demo-home.ts';
import { demoSystem, type DemoSystem } from './demo-layout.ts';
import { startDemo } from './start-demo.ts';
import { send } from './testing/send.ts';

const URL_TYPED = 'https://mcp.acme.example:8383/mcp';
const NOW = new Date('2026-11-23T12:00:00.000Z');
const SYSTEMS: readonly DemoSystem[] = ['darwin', 'win32', 'linux'];

interface Config {
  readonly mcpServers: Readonly<Record<string, unknown>>;
}

describe.each(SYSTEMS)('the home of the demo on %s', (os) => {
  const files = demoFiles({ url: URL_TYPED, os, now: NOW });
  const text = (end: string) => files.find((file) => file.path.endsWith(end))?.text ?? '';

  test('Claude Desktop has one local server, keys of its own, and not the remote one', () => {
    const config = JSON.parse(text('claude_desktop_config.json')) as Config;
    expect(Object.keys(config.mcpServers)).toEqual(['notes']);
    expect(Object.keys(config).length).toBeGreaterThan(1);
    expect(text('claude_desktop_config.json')).not.toContain('acme');
  });

  test('Claude Code has the remote server for the user', () => {
    const config = JSON.parse(text('.claude.json')) as Config;
    expect(config.mcpServers).toEqual({ acme: { type: 'sse', url: URL_TYPED } });
  });

  test('the Desktop logs are in their two forms', () => {
    const main = /^\d{4}-\d\d-\d\dT[\d:.]+Z \[info\] \[notes\] .+$/;
    const own = /^\d{4}-\d\d-\d\dT[\d:.]+Z \[notes\] \[info\] .+$/;
    for (const line of text('/mcp.log').trimEnd().split('\n')) expect(line).toMatch(main);
    for (const line of text('/mcp-server-notes.log').trimEnd().split('\n'))
      expect(line).toMatch(own);
  });

  test('the Claude Code logs show a sign-in that leads to a connection, before now', () => {
    const logs = files.filter((file) => file.path.endsWith('.jsonl'));
    expect(logs).toHaveLength(3);
    for (const { path: name, text: log } of logs) {
      expect(name).toMatch(/\/mcp-logs-acme\/2026-11-23T11-[\d-]+Z\.jsonl$/);
      const lines = log
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { timestamp: string });
      for (const line of lines) expect(Date.parse(line.timestamp)).toBeLessThan(NOW.getTime());
    }
    expect(logs[1]?.text).toContain('code_challenge=%5BREDACTED%5D');
    expect(logs[2]?.text).toContain('Successfully connected');
  });

  test('J9: nothing in it looks like a secret', () => {
    const all = files.map((file) => file.text).join('\n');
    expect(all).not.toMatch(/token"?\s*[:=]\s*"?[\w-]{8,}|sk-|Bearer |password|BEGIN [A-Z ]+KEY/i);
  });

  test('no file name is one that Windows refuses', () => {
    for (const file of files) expect(file.path).not.toMatch(/[<>:"\\|?*]/);
  });

  test('it is written for the owner only, and taken away whole', async () => {
    const { home, remove, os: written } = await createDemoHome({ url: URL_TYPED, os, now: NOW });
    expect(written).toBe(os);
    for (const file of files) {
      const target = path.join(home, ...file.path.split('/'));
      expect(await readFile(target, 'utf8')).toBe(file.text);
      if (process.platform !== 'win32') expect((await stat(target)).mode & 0o077).toBe(0);
    }
    await remove();
    await remove();
    await expect(access(home)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

test('an unknown system gets the layout of Linux', () => {
  expect(['darwin', 'win32', 'freebsd'].map(demoSystem)).toEqual(['darwin', 'win32', 'linux']);
});

test('the demo is the reported server with a home that names it, and closing leaves nothing', async () => {
  const demo = await startDemo();
  try {
    expect(demo.url).toBe(URL_TYPED);
    expect(demo.os).toBe(demoSystem(process.platform));
    expect(await readFile(path.join(demo.home, '.claude.json'), 'utf8')).toContain(demo.url);
    expect((await send(demo, demo.url)).headers['www-authenticate']).toContain(
      '/.well-known/oauth-authorization-server',
    );
  } finally {
    await demo.close();
  }
  await demo.close();
  await expect(send(demo, demo.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(await readdir(tmpdir())).not.toContain(path.basename(demo.home));
});
