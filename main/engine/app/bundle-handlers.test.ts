import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFakeHost } from '../../contract/fake.ts';
import { BUNDLE_PIECE } from '../../contract/repair-calls.ts';
import type { BundlePreview } from '../../contract/repair.ts';
import { createFakePorts } from '../testing/fake-ports.ts';
import { bundleHandlers } from './bundle-handlers.ts';
import { FinishedReports } from './finished-reports.ts';
import type { BundleDesk, RepairDesk, SavePlace } from './repair-desk.ts';

const PREVIEW: BundlePreview = {
  ticket: 'b-1',
  entries: [{ name: 'log.txt', what: 'A log.', size: 3, hash: 'a', hidden: [] }],
  size: 3,
  leftOut: [],
};

async function* piecesOf(text: string, length: number): AsyncIterable<string> {
  for (let at = 0; at < text.length; at += length)
    yield await Promise.resolve(text.slice(at, at + length));
}

function windowOver(
  text = 'abc',
  choose: SavePlace['choose'] = (name) => Promise.resolve(`/d/${name}`),
  pieceLength = 1000,
) {
  const saved: string[] = [];
  let count = 0;
  const bundles: BundleDesk = {
    preview: () => Promise.resolve({ ...PREVIEW, ticket: `b-${(count += 1)}` }),
    read: () => piecesOf(text, pieceLength),
    save: (ticket, path) => {
      saved.push(`${ticket} ${path}`);
      return Promise.resolve({ size: 1234 });
    },
  };
  const { clock } = createFakePorts({ files: {} });
  const handlers = bundleHandlers(
    new FinishedReports(),
    {
      clock,
      openRepairDesk: () => Promise.resolve({ bundles } as unknown as RepairDesk),
      savePlace: { before: (name) => `/d/${name}`, choose },
    },
    new AbortController().signal,
  );
  return { client: createFakeHost(handlers).client, saved };
}

async function readWhole(client: ReturnType<typeof windowOver>['client']): Promise<string> {
  let text = '';
  for (let from: number | null = 0; from !== null;) {
    const piece: { text: string; next: number | null } = await client.call('bundle.read', {
      ticket: 'b-1',
      entry: 0,
      from,
    });
    text += piece.text;
    from = piece.next;
  }
  return text;
}

describe('a bundle in a window', () => {
  test('H10: every character of an entry can be read, whatever its pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', '\n', '\ud83d\ude00', 'é'), { maxLength: 50 }),
        fc.integer({ min: 1, max: 30_000 }),
        fc.integer({ min: 1, max: 3000 }),
        async (parts, times, length) => {
          const text = (parts.join('') + 'x\ud83d\ude00').repeat(Math.min(times, 4000));
          const { client } = windowOver(text, undefined, length);
          await client.call('bundle.preview', { runId: null });
          expect(await readWhole(client)).toBe(text);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('H10: no pair of surrogates is parted between two pieces', async () => {
    const { client } = windowOver(`${'a'.repeat(BUNDLE_PIECE - 1)}\ud83d\ude00b`);
    await client.call('bundle.preview', { runId: null });
    const first = await client.call('bundle.read', { ticket: 'b-1', entry: 0, from: 0 });
    expect(first.text).toHaveLength(BUNDLE_PIECE - 1);
    expect(await readWhole(client)).toContain('\ud83d\ude00b');
  });

  test('where it is saved is said before, and is the same after; the name holds the time', async () => {
    const { client, saved } = windowOver();
    const { savesTo } = await client.call('bundle.preview', { runId: null });
    expect(savesTo).toMatch(/^\/d\/unblank-bundle-[\dT-]+Z\.zip$/);
    const answer = await client.call('bundle.save', { ticket: 'b-1' });
    expect(answer).toEqual({ saved: { where: savesTo, size: 1234 } });
    expect(saved).toEqual([`b-1 ${savesTo}`]);
  });

  test('B8: it is saved once, and only as it was last shown', async () => {
    const { client, saved } = windowOver();
    await client.call('bundle.preview', { runId: null });
    await client.call('bundle.preview', { runId: null });
    const save = (ticket: string) => client.call('bundle.save', { ticket });
    await expect(save('b-1')).rejects.toMatchObject({ code: 'stale-ticket' });
    const both = await Promise.allSettled([save('b-2'), save('b-2')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(
      client.call('bundle.read', { ticket: 'b-2', entry: 0, from: 0 }),
    ).rejects.toMatchObject({ code: 'stale-ticket' });
    expect(saved).toHaveLength(1);
  });

  test('a dialog that is closed saves nothing, and it can still be saved', async () => {
    let asked = 0;
    const { client, saved } = windowOver('abc', () =>
      Promise.resolve((asked += 1) === 1 ? null : '/x'),
    );
    await client.call('bundle.preview', { runId: null });
    expect(await client.call('bundle.save', { ticket: 'b-1' })).toEqual({ saved: null });
    expect(saved).toEqual([]);
    expect((await client.call('bundle.save', { ticket: 'b-1' })).saved?.where).toBe('/x');
  });

  test('a run that made no report has no bundle; an entry that is not there has no text', async () => {
    const { client } = windowOver();
    await expect(client.call('bundle.preview', { runId: 'run-9' })).rejects.toMatchObject({
      code: 'unknown-run',
    });
    await client.call('bundle.preview', { runId: null });
    await expect(
      client.call('bundle.read', { ticket: 'b-1', entry: 7, from: 0 }),
    ).rejects.toMatchObject({ code: 'stale-ticket' });
  });
});
