import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFakeHost } from '../../../main/contract/fake.ts';
import { SYSTEMS, type System } from '../../../main/contract/words.ts';
import { createAppHandlers } from '../../../main/engine/app/handlers.ts';
import { compareHere } from '../../../main/engine/compare/compare-here.ts';
import type { Ports } from '../../../main/engine/ports.ts';
import { RULES } from '../../../main/engine/run/rules.ts';
import { createFakeHttp } from '../../../main/engine/testing/fake-http.ts';
import { watch } from '../../../main/engine/watch/watch.ts';
import { comparisonsText } from '../../../main/hosts/terminal/compare/comparison-text.ts';
import { reportText } from '../../../main/hosts/terminal/report/report-text.ts';
import { terminalStyle } from '../../../main/hosts/terminal/report/terminal-style.ts';
import { watchText } from '../../../main/hosts/terminal/watch/watch-text.ts';
import { createNodePorts } from '../../../main/platform/node-ports.ts';
import { TOOL } from '../../../main/platform/tool.ts';
import { createSweep } from '../../sign-in/planted-secrets-sweep.ts';
import { diagnoseAll } from '../diagnose-all.ts';
import { withHome, PROJECT } from '../home.ts';
import { LAYOUTS } from '../home-layout.ts';
import { plantedHome, type PlantedHome } from './planted-home.ts';

const STYLE = terminalStyle({ isTTY: false, columns: 100 }, {});
const { signal } = new AbortController();
const notHere = () => Promise.reject(new Error('not in this test'));

interface Examined {
  readonly ports: Ports;
  readonly log: string;
}

/** Writes the home, gives its ports (no network behind them), and sweeps what the work returns. */
async function leaksOf(
  { home, secrets }: PlantedHome,
  work: (examined: Examined) => Promise<unknown>,
): Promise<readonly string[]> {
  return withHome(home, async (written) => {
    const http = createFakeHttp({});
    const ports = { ...createNodePorts({ ...written, os: home.os }), http };
    const folder = path.join(written.home, ...LAYOUTS[home.os].codeLogs.split('/'));
    const server = path.join(folder, PROJECT.replaceAll('/', '-'), 'mcp-logs-acme');
    const log = path.join(server, '2026-11-20T09-00-00-000Z.jsonl');
    const said = await work({ ports, log });
    const text = typeof said === 'string' ? said : JSON.stringify(said);
    expect(text).toContain('acme');
    return createSweep(secrets).find(Buffer.from(text));
  });
}

describe.each(SYSTEMS)(
  'H1, H3: no 16 characters of a secret in a home of %s show',
  (os: System) => {
    const planted = plantedHome(os);
    const newText = `${planted.newLines.join('\n')}\n`;

    test.each([true, false])('in a report, nor in its text (offline: %s)', async (offline) => {
      const leaks = await leaksOf(planted, async ({ ports }) => {
        const report = await diagnoseAll(ports, offline);
        expect(report.targets.length).toBeGreaterThan(3);
        expect(report.machine.logs.length).toBeGreaterThan(5);
        return JSON.stringify(report) + reportText(report, STYLE);
      });
      expect(leaks).toEqual([]);
    });

    test('in a comparison, nor in its text', async () => {
      const leaks = await leaksOf(planted, async ({ ports }) => {
        const options = { ports, modes: RULES.modes, signal };
        const all = await compareHere({ choice: { kind: 'all' } }, options);
        expect(all.length).toBeGreaterThan(0);
        return JSON.stringify(all) + comparisonsText(all, STYLE);
      });
      expect(leaks).toEqual([]);
    });

    test('in what is told while the logs are watched, nor in its end', async () => {
      const leaks = await leaksOf(planted, async ({ ports, log }) => {
        // Until one of them is heard: a file is opened a moment after it is said to be followed.
        const writing = setInterval(() => void appendFile(log, newText), 100);
        const request = { target: null, until: 'first-end' } as const;
        const options = { ports, modes: RULES.modes, signal, onNews: () => undefined };
        const result = await watch(request, options).finally(() => clearInterval(writing));
        expect(result.end.outcome).toBe('failed');
        return JSON.stringify(result) + watchText(result, STYLE, false);
      });
      expect(leaks).toEqual([]);
    });

    test('in an answer to a window, nor in an event', async () => {
      const leaks = await leaksOf(planted, async ({ ports, log }) => {
        const told: unknown[] = [];
        const app = createAppHandlers({
          host: 'test',
          tool: TOOL,
          ports,
          signIn: { ways: [], vault: notHere, locks: { hold: () => Promise.resolve(null) } },
          loadRules: () => Promise.resolve(RULES),
          loadTrace: notHere,
          loadVendorMail: notHere,
          loadWatch: () => Promise.resolve(watch),
          openTokenDesk: notHere,
          emit: (name, payload) => told.push({ name, payload }),
          openUrl: notHere,
          startDemo: notHere,
          onBug: (error) => String(told.push(String(error))),
        });
        const { client } = createFakeHost(app.handlers);
        const overview = await client.call('machine.overview', {});
        told.push(overview);
        for (const { id } of overview.servers)
          told.push(await client.call('compare.run', { target: id }));
        const [first] = overview.servers;
        const target = { kind: 'server', id: first?.id ?? '' } as const;
        await client.call('diagnosis.start', { target, register: false });
        await client.call('watch.start', { target: null });
        await expect.poll(() => hasEvent(told, 'watch.news'), { timeout: 5000 }).toBe(true);
        await appendFile(log, newText);
        await expect.poll(() => hasEvent(told, 'watch.ended'), { timeout: 8000 }).toBe(true);
        await expect.poll(() => hasEvent(told, 'diagnosis.finished'), { timeout: 8000 }).toBe(true);
        await app.close();
        return told;
      });
      expect(leaks).toEqual([]);
    });
  },
);

function hasEvent(told: readonly unknown[], name: string): boolean {
  return told.some((one) => (one as { readonly name?: string }).name === name);
}
