import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { EVENT_TYPE } from '../../main/hosts/browser/own-page.ts';
import { launchApp } from '../drivers/driver.ts';
import { TracePage } from '../pages/trace-page.ts';
import { startPlantedServer, type PlantedServer } from '../sign-in/planted-secrets-server.ts';
import { createSweep, type Planted } from '../sign-in/planted-secrets-sweep.ts';
import { filesBelow } from '../sign-in/planted-secrets-run.ts';

const ENDS = { timeout: 40_000 };
const CANARY: Planted = { name: 'canary', value: 'canary-"+/%-7Qm2Xw9Lk4Rt8Zp1Vb6N' };

test.setTimeout(60_000);

test('A13, D16, H3: no secret of a sign-in is in an event, the document, the memory of the window or a file', async () => {
  const server = await startPlantedServer({ jwt: true });
  const home = await mkdtemp(path.join(tmpdir(), 'unblank-planted-'));
  const acme = { type: 'http', url: server.url };
  await writeFile(path.join(home, '.claude.json'), JSON.stringify({ mcpServers: { acme } }));
  const app = await launchApp({ home, os: 'linux' });
  try {
    const events = await hearEvents(app.page);
    await signIn(app.page);
    const places = async () =>
      new Map([
        ['events', Buffer.from(events.join('\n'))],
        ['document', Buffer.from(await app.page.content())],
        ['memory', Buffer.from(await snapshot(app.page))],
        ...(await filesBelow(home)),
      ]);
    expect([...server.reached]).toEqual(expect.arrayContaining(['title', 'tool list', 'console']));
    expect(events.map(nameOf)).toEqual(
      expect.arrayContaining(['trace.progress', 'trace.sequence', 'trace.finished']),
    );
    expect(leaks(await places(), server)).toEqual([]);
    // The sweep finds what is there to find: the same in each of these places.
    await plant(app.page, CANARY.value);
    await writeFile(path.join(home, 'canary'), CANARY.value);
    const found = leaks(await places(), { secrets: [CANARY] }).map((one) => one.split(': ')[0]);
    expect(new Set(found)).toEqual(new Set(['events', 'document', 'memory', 'canary']));
  } finally {
    await app.close();
    await server.close();
    await rm(home, { recursive: true });
  }
});

function leaks(
  places: ReadonlyMap<string, Buffer>,
  { secrets }: Pick<PlantedServer, 'secrets'>,
): readonly string[] {
  const sweep = createSweep(secrets);
  return [...places].flatMap(([place, bytes]) =>
    sweep.find(bytes).map((one) => `${place}: ${one}`),
  );
}

/** Every event of the contract as it arrives in the window. */
async function hearEvents(page: Page): Promise<readonly string[]> {
  const heard: string[] = [];
  await page.exposeFunction('hearEvent', (detail: string) => void heard.push(detail));
  await page.evaluate((type) => {
    const { hearEvent } = globalThis as unknown as { hearEvent: (detail: string) => void };
    addEventListener(type, (event) => hearEvent((event as CustomEvent<string>).detail));
  }, EVENT_TYPE);
  return heard;
}

function nameOf(event: string): unknown {
  return (JSON.parse(event) as { name?: unknown }).name;
}

async function signIn(page: Page): Promise<void> {
  const trace = new TracePage(page);
  await trace.openFor('acme');
  await trace.as('Claude Code');
  await trace.start.click();
  await expect(trace.again).toBeVisible(ENDS);
  // One exchange is shown whole.
  await trace.step(/\/token/).click();
  await expect(trace.pane).toBeVisible();
}

/** All that the window's script holds, after the garbage is gone. */
async function snapshot(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

function plant(page: Page, text: string): Promise<void> {
  return page.evaluate(
    ([type, canary]) => {
      document.body.append(canary);
      const holder = globalThis as unknown as { held?: string };
      holder.held = JSON.parse(JSON.stringify(canary)) as string;
      dispatchEvent(new CustomEvent(type, { detail: JSON.stringify({ name: 'canary', canary }) }));
    },
    [EVENT_TYPE, text] as const,
  );
}
