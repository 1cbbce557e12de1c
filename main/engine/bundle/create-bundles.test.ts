import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../contract/report.ts';
import { testFinding, testReport, testTarget } from '../report/testing/test-report.ts';
import { createFakePorts } from '../testing/fake-ports.ts';
import { createBundles, type BundlesOptions } from './create-bundles.ts';
import { createFakeArchives, createFakeLogTexts, newFakeHash } from './testing/fake-archives.ts';

const HOME = '/home/ada';
const CODE = `${HOME}/.claude.json`;
const LOG = `${HOME}/.config/Claude/logs/mcp-server-acme.log`;
const HEADER = 'Zq8-plain-looking-header-value-77';
const TOKEN = 'sk-ant-oat01-abcdefghij0123456789';
const STORED = 'refresh-me-9f8e7d6c5b4a39281706';
const FILES = {
  [CODE]: JSON.stringify({
    mcpServers: {
      acme: { type: 'http', url: 'https://acme.example/mcp', headers: { 'X-Own': HEADER } },
    },
  }),
  [`${HOME}/.claude/.credentials.json`]: JSON.stringify({
    mcpOAuth: { a: { refreshToken: STORED } },
  }),
  [LOG]: [
    `2026-11-20T10:00:00.000Z [acme] [info] started for ada in ${HOME}/work`,
    `2026-11-20T10:00:01.000Z [acme] [error] Authorization: Bearer ${TOKEN}`,
    `2026-11-20T10:00:02.000Z [acme] [info] sent ${HEADER} and ${STORED} to 192.168.1.20`,
    '2026-11-20T10:00:03.000Z [acme] [info] a \u001b[31mred\u001b[0m line',
    '',
  ].join('\n'),
};
const CALL = { signal: new AbortController().signal, onProgress: () => undefined };
const REPORT = testReport([
  testTarget([testFinding({ explanation: `Seen in ${HOME}/.claude.json by ada@example.com.` })]),
]);

function rig(files: Readonly<Record<string, string>> = FILES, more: Partial<BundlesOptions> = {}) {
  const ports = createFakePorts({ files });
  const archives = createFakeArchives();
  let ids = 0;
  const bundles = createBundles({
    ...{ ports, archives, logTexts: createFakeLogTexts(ports.files), newHash: newFakeHash },
    newId: () => (ids += 1).toString(16).padStart(32, '0'),
    tool: { name: 'unblank', version: '1.2.3' },
    runtime: { node: '20.20.0' },
    user: { user: 'ada', host: 'adas-laptop' },
    spool: async () => '/spool/bundle.zip',
    journal: async () => '# Journal\n',
    ...more,
  });
  return { ports, archives, bundles };
}

async function shown(bundles: ReturnType<typeof rig>['bundles'], report: Report | null = REPORT) {
  const preview = await bundles.preview(report, CALL);
  const texts = new Map<string, string>();
  for (const { name } of preview.entries) {
    let text = '';
    for await (const piece of bundles.read(preview.ticket, name)) text += piece;
    texts.set(name, text);
  }
  return { preview, texts };
}

describe('a bundle', () => {
  test('H10: holds what the list of entries allows, under names of ours', async () => {
    const { preview } = await shown(rig().bundles);
    expect(preview.entries.map(({ name }) => name)).toEqual([
      'report.json',
      'report.md',
      'configs/claude-code-user.json',
      'versions.json',
      'settings.json',
      'stores.json',
      'journal.md',
      'logs/001-claude-desktop-stdio-desktop-server.log',
      'manifest.json',
    ]);
  });

  test('H3, H5, H6: no secret, no name, no home is in any byte of it', async () => {
    const { texts, preview } = await shown(rig().bundles);
    const all = [...texts.values(), JSON.stringify(preview)].join('\n');
    for (const one of [HEADER, TOKEN, STORED, HOME, '192.168.1.20', 'ada@example.com', '\u001b'])
      expect(all).not.toContain(one);
    expect(all).not.toMatch(/\bada\b/);
    expect(texts.get('configs/claude-code-user.json')).toContain('https://acme.example/mcp');
  });

  test('H8: the same secret has the same tag in every entry, and another in the next bundle', async () => {
    const { bundles } = rig();
    const tagIn = (text = '') => /sent (\[secret [0-9a-f]+\])/.exec(text)?.[1] ?? 'none';
    const log = 'logs/001-claude-desktop-stdio-desktop-server.log';
    const { texts } = await shown(bundles);
    const tag = tagIn(texts.get(log));
    expect(texts.get('configs/claude-code-user.json')).toContain(tag);
    const again = await shown(bundles);
    expect(tagIn(again.texts.get(log))).not.toBe(tag);
  });

  test('H10: the manifest names size, hash and what was hidden of every entry', async () => {
    const { texts, preview } = await shown(rig().bundles);
    const manifest = JSON.parse(texts.get('manifest.json') ?? '') as {
      entries: { name: string; size: number; sha256: string; hidden: unknown[] }[];
    };
    const listed = preview.entries.filter(({ name }) => name !== 'manifest.json');
    expect(
      manifest.entries.map(({ name, size, sha256 }) => [name, size, sha256.replaceAll(' ', '')]),
    ).toEqual(listed.map(({ name, size, hash }) => [name, size, hash]));
    const log = listed.find(({ name }) => name.startsWith('logs/'));
    expect(log?.hidden.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['known value', 'secret', 'home folder', 'network address']),
    );
    for (const { name, size } of listed)
      expect(new TextEncoder().encode(texts.get(name)).length).toBe(size);
  });

  test('stays JSON where it was JSON', async () => {
    const { texts } = await shown(rig().bundles);
    for (const [name, text] of texts)
      if (/^[^/]*\.json$/.test(name)) expect(() => JSON.parse(text) as unknown, name).not.toThrow();
  });

  test('H10: what is saved is what was shown, byte for byte', async () => {
    const { bundles, archives } = rig();
    const { preview, texts } = await shown(bundles);
    expect(await bundles.save(preview.ticket, '/out.zip', CALL.signal)).toEqual({
      size: preview.size,
    });
    expect(archives.archives.get('/out.zip')).toEqual(texts);
  });

  test('H11: a disk that keeps something else is noticed, and nothing stays there', async () => {
    const { bundles, archives } = rig();
    const { preview } = await shown(bundles);
    archives.kept = (_, name, text) => (name === 'report.md' ? `${text}!` : text);
    const saved = bundles.save(preview.ticket, '/out.zip', CALL.signal);
    await expect(saved).rejects.toMatchObject({ code: 'file-unwritable' });
    expect(archives.archives.has('/out.zip')).toBe(false);
  });

  test('H11: what reads back with a secret in it is taken away, and the entry is named', async () => {
    const { bundles, archives } = rig();
    const { preview } = await shown(bundles);
    const read = archives.read.bind(archives);
    archives.read = async function* (path, name) {
      yield* read(path, name);
      if (name === 'report.md') yield `\nAuthorization: Bearer ${TOKEN}\n`;
    };
    const saved = bundles.save(preview.ticket, '/out.zip', CALL.signal);
    await expect(saved).rejects.toMatchObject({
      code: 'bundle-not-clean',
      params: { name: 'report.md' },
    });
    expect(archives.archives.has('/out.zip')).toBe(false);
  });

  test('B8: only the bundle that was shown last is read and saved', async () => {
    const { bundles } = rig();
    const first = await bundles.preview(null, CALL);
    const second = await bundles.preview(null, CALL);
    const old = bundles.save(first.ticket, '/out.zip', CALL.signal);
    await expect(old).rejects.toMatchObject({ code: 'stale-ticket' });
    expect(() => bundles.read(second.ticket, '../etc/passwd')).toThrow();
  });

  test('halves the logs until it fits, and says so', async () => {
    const line = '2026-11-20T10:00:00.000Z [acme] [info] nothing much\n';
    const { bundles, archives } = rig({ ...FILES, [LOG]: line.repeat(20_000) });
    archives.limit = 400_000;
    const { preview } = await shown(bundles, null);
    expect(preview.size).toBeLessThan(400_000);
    expect(preview.leftOut.join('\n')).toMatch(/only its newest [\d.]+ MB/);
    expect(preview.leftOut.join('\n')).not.toContain(HOME);
  });

  test('says that it is too large where no log is to blame', async () => {
    const { bundles, archives } = rig();
    archives.limit = 10;
    await expect(bundles.preview(null, CALL)).rejects.toMatchObject({ code: 'bundle-too-large' });
  });

  test('L2: a log that goes away while it is read is left out and named', async () => {
    const { ports } = rig();
    const texts = createFakeLogTexts(ports.files);
    const { bundles } = rig(FILES, {
      logTexts: {
        async *read(path, bytes, signal) {
          for await (const piece of texts.read(path, bytes, signal)) {
            ports.files.put(path, null);
            yield piece;
          }
          yield* texts.read(path, bytes, signal);
        },
      },
    });
    const { preview } = await shown(bundles);
    expect(preview.entries.some(({ name }) => name.startsWith('logs/'))).toBe(false);
    expect(preview.leftOut.join('\n')).toContain('logs/001');
  });

  test('L2: a journal that cannot be read is named, and the rest is there', async () => {
    const { bundles } = rig(FILES, { journal: () => Promise.reject(new Error('disk')) });
    const { preview } = await shown(bundles);
    expect(preview.leftOut).toContain('The journal cannot be read.');
  });

  test('H3, H4: a known secret survives nowhere in a log, whatever stands around it', async () => {
    const around = fc.string({ unit: 'grapheme', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(
        around,
        around,
        fc.constantFrom(HEADER, STORED),
        async (one, two, secret) => {
          const { bundles } = rig({ ...FILES, [LOG]: `${one} ${secret} ${two}\n` });
          const { texts } = await shown(bundles, null);
          expect([...texts.values()].join('\n')).not.toContain(secret);
        },
      ),
      { numRuns: 60 },
    );
  });
});
