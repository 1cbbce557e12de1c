import { afterEach, describe, expect, test } from 'vitest';
import type { SignInPageOptions } from '../../../engine/sign-in-ports.ts';
import { freePort, serveRaw } from '../../../platform/testing/loopback-server.ts';
import { createPasteWay } from './paste-way.ts';
import { AUTHORIZE, HOSTED, openWay, visit, type OpenWay } from './testing/way-rig.ts';

const ways: OpenWay[] = [];
afterEach(() => Promise.all(ways.splice(0).map((one) => one.page.close())));

/** Answers with the lines in turn; after the last, nobody answers until the signal comes. */
async function open(
  lines: (redirectUri: string) => readonly (string | null)[],
  changes: Partial<SignInPageOptions> = {},
): Promise<OpenWay & { said: string[]; asked: () => number }> {
  const said: string[] = [];
  let count = 0;
  let redirectUri = '';
  const ask = (_: string, signal: AbortSignal): Promise<string | null> => {
    const answers = lines(redirectUri);
    const answer = answers[count];
    count += 1;
    if (answer !== undefined) return Promise.resolve(answer);
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(null)));
  };
  const say = (text: string) => void said.push(text);
  const way = await openWay((clock) => createPasteWay({ clock, ask, say }), changes);
  redirectUri = way.page.redirectUri;
  ways.push(way);
  return { ...way, said, asked: () => count };
}

describe('the way by paste', () => {
  test('shows the address and tells the pasted callback', async () => {
    const way = await open((redirect) => [`${redirect}?code=abc&state=def`]);
    await way.page.go(AUTHORIZE);
    const url = `${way.page.redirectUri}?code=abc&state=def`;
    expect(await way.told('callback')).toMatchObject({ url, method: 'GET', status: null });
    expect(way.said.join('\n')).toContain(AUTHORIZE);
    expect(await visit(url)).toBe(0);
  });

  test('a callback that arrives at the listener counts as well, and ends the question', async () => {
    const way = await open(() => []);
    await way.page.go(AUTHORIZE);
    expect(await visit(`${way.page.redirectUri}?code=1`)).toBe(200);
    await way.page.close();
    expect(way.events.map((one) => one.kind)).toEqual(['request', 'callback']);
  });

  test('a wrong paste gets a sentence and another try', async () => {
    const way = await open((redirect) => ['what', 'about:blank', `${redirect}?error=denied`]);
    await way.page.go(AUTHORIZE);
    await way.told('callback');
    expect(way.said.slice(1)).toEqual([
      expect.stringContaining('That is no address'),
      expect.stringContaining('--browser isolated'),
    ]);
  });

  test('five wrong pastes are the end, as is the end of the input', async () => {
    const wrong = await open(() => ['1', '2', '3', '4', '5', '6']);
    await wrong.page.go(AUTHORIZE);
    expect(await wrong.told('closed')).toMatchObject({ by: 'user' });
    expect(wrong.asked()).toBe(5);
    const ended = await open(() => [null]);
    await ended.page.go(AUTHORIZE);
    expect(await ended.told('closed')).toMatchObject({ by: 'user' });
    expect(await visit(ended.page.redirectUri)).toBe(0);
  });

  test('a second round asks again, for the same redirect URI', async () => {
    const way = await open((redirect) => [`${redirect}?code=1`, `${redirect}?code=2`]);
    await way.page.go(AUTHORIZE);
    await way.told('callback');
    const seen = way.events.length;
    await way.page.go(AUTHORIZE);
    await expect.poll(() => way.events.length).toBe(seen + 2);
    expect(way.events.at(-1)).toMatchObject({ url: `${way.page.redirectUri}?code=2` });
  });

  test('says before the address that a hosted client’s page will see the code', async () => {
    const way = await open(() => [`${HOSTED}?code=abc`], { redirectUri: HOSTED, keepPath: true });
    await way.page.go(AUTHORIZE);
    const text = way.said[0] ?? '';
    expect(text.indexOf('claude.ai sees the code')).toBeGreaterThan(-1);
    expect(text.indexOf('claude.ai sees the code')).toBeLessThan(text.indexOf(AUTHORIZE));
    expect(text).toContain('--browser isolated');
    expect(await way.told('callback')).toMatchObject({ url: `${HOSTED}?code=abc` });
  });

  test('works where the port is taken: then the paste is the only way back', async () => {
    const other = await serveRaw(() => undefined);
    const redirectUri = `http://localhost:${other.port}/callback`;
    const way = await open(() => [`${redirectUri}?code=1`], { redirectUri, keepPath: true });
    await way.page.go(AUTHORIZE);
    expect(await way.told('callback')).toMatchObject({ url: `${redirectUri}?code=1` });
    await other.close();
  });

  test('D16: what was pasted is said nowhere', async () => {
    const way = await open((redirect) => ['planted-1', `${redirect}?code=planted-2`]);
    await way.page.go(AUTHORIZE);
    await way.told('callback');
    expect(way.said.join('\n')).not.toContain('planted');
  });

  test('C3, H13: an address that could move the cursor is neither shown nor told', async () => {
    const way = await open(() => []);
    await expect(way.page.go('https://a.example/\u001b[2J')).rejects.toThrow('did not open');
    expect([way.said, way.events, way.asked()]).toEqual([[], [], 0]);
  });

  test('C8: an abort ends question and listener', async () => {
    const port = await freePort();
    const redirectUri = `http://localhost:${port}/callback`;
    const way = await open(() => [], { redirectUri, keepPath: true });
    await way.page.go(AUTHORIZE);
    way.controller.abort();
    expect(await visit(redirectUri)).toBe(0);
    expect(way.events.map((one) => one.kind)).toEqual(['request']);
  });
});
