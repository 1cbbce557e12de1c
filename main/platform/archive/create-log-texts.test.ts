import { appendFile, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLogTexts } from './create-log-texts.ts';

const never = new AbortController().signal;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unblank-texts-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(path: string, bytes = 1e9, roots: readonly string[] | null = null) {
  let text = '';
  for await (const piece of createLogTexts({ roots }).read(path, bytes, never)) text += piece;
  return text;
}

describe('the text of a log', () => {
  test('is read whole, also across the edges of pieces', async () => {
    const path = join(folder, 'whole.log');
    const text = 'ä🙂 a line of some length\n'.repeat(30_000);
    await writeFile(path, text);
    expect(await read(path)).toBe(text);
  });

  test('begins with a whole line where only the newest part is read', async () => {
    const path = join(folder, 'part.log');
    await writeFile(path, 'first line\nsecond line\nthird line\n');
    expect(await read(path, 16)).toBe('third line\n');
    expect(await read(path, 5)).toBe('');
  });

  test.each([
    ['utf-16le', [0xff, 0xfe], (text: string) => Buffer.from(text, 'utf16le')],
    ['utf-16be', [0xfe, 0xff], (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ])('H4: reads %s by its mark', async (name, mark, encode) => {
    const path = join(folder, name);
    await writeFile(path, Buffer.concat([Buffer.from(mark), encode('one\ntwo 🙂\n')]));
    expect(await read(path)).toBe('one\ntwo 🙂\n');
    expect(await read(path, 21)).toBe('two 🙂\n');
  });

  test('H15: what is written meanwhile is left out, and a file that is cut short ends', async () => {
    const path = join(folder, 'grows.log');
    const text = 'x'.repeat(600_000);
    await writeFile(path, text);
    const pieces = createLogTexts({ roots: null }).read(path, 1e9, never)[Symbol.asyncIterator]();
    const first = await pieces.next();
    await appendFile(path, 'more');
    let rest = '';
    for (let one = await pieces.next(); !one.done; one = await pieces.next()) rest += one.value;
    expect(`${String(first.value)}${rest}`).toBe(text);
    const again = createLogTexts({ roots: null }).read(path, 1e9, never)[Symbol.asyncIterator]();
    await again.next();
    await truncate(path, 10);
    for (let one = await again.next(); !one.done; one = await again.next());
  });

  test('G8: no link is followed out of a copied profile', async () => {
    const [inside, path] = [join(folder, 'home'), join(folder, 'outside.log')];
    await writeFile(path, 'secret\n');
    await symlink(path, inside);
    const roots = [join(folder, 'elsewhere')];
    await expect(read(inside, 1e9, roots)).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  test('L1: it can be stopped', async () => {
    const [path, stop] = [join(folder, 'stop.log'), new AbortController()];
    await writeFile(path, 'x'.repeat(1_000_000));
    stop.abort();
    const pieces = createLogTexts({ roots: null }).read(path, 1e9, stop.signal);
    const all = (async () => {
      for await (const piece of pieces) expect(piece).toBe('');
    })();
    await expect(all).rejects.toMatchObject({ code: 'stopped' });
  });

  test('a log that is gone has its message', async () => {
    await expect(read(join(folder, 'none.log'))).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});
