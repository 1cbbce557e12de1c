import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLoopbackRedirect, writeLoopbackRedirect } from './loopback-redirect.ts';

const RANDOM = 'q7Zr-random';
const read = (uri: string, keepPath: boolean) => readLoopbackRedirect(uri, keepPath, RANDOM);

describe('a redirect URI on this machine', () => {
  test('keeps its path and port where the client id names them', () => {
    const place = read('http://localhost:3118/callback', true);
    expect(place).toMatchObject({ host: 'localhost', port: 3118, path: '/callback' });
  });

  test('C8: else any port will do, and the path ends with what nobody can guess', () => {
    const place = read('http://localhost:3118/callback', false)!;
    expect(place).toMatchObject({ port: 0, path: `/callback/${RANDOM}` });
    expect(writeLoopbackRedirect(place, 4000)).toBe(`http://localhost:4000/callback/${RANDOM}`);
    expect(read('http://127.0.0.1/', false)?.path).toBe(`/${RANDOM}`);
  });

  test('RFC 8252 §7.3: without a port of its own, a kept one takes any', () => {
    expect(read('http://127.0.0.1/callback', true)?.port).toBe(0);
  });

  test('localhost may be called by either address, a literal by its own only', () => {
    const families = (uri: string) => read(uri, true)?.families;
    expect(families('http://localhost/')).toEqual(['127.0.0.1', '::1']);
    expect(families('http://127.0.0.1/')).toEqual(['127.0.0.1']);
    expect(families('http://[::1]/')).toEqual(['::1']);
  });

  test.each([
    'https://claude.ai/api/mcp/auth_callback',
    'https://localhost/callback',
    'http://localhost.example.com/callback',
    'http://127.0.0.1.example.com/',
    'http://0.0.0.0/',
    'http://192.168.1.1/',
    'http://[::ffff:127.0.0.1]/',
    'http://localhost/callback?a=b',
    'cursor://anysphere.cursor-mcp/oauth/callback',
    'localhost',
    '',
  ])('%s is not one', (uri) => expect(read(uri, true)).toBeNull());

  test('C8: whatever is read listens on loopback and writes back a URI of the same host', () => {
    const host = fc.constantFrom('localhost', '127.0.0.1', '[::1]', '127.1', 'example.com', '[::]');
    const uri = fc
      .tuple(host, fc.nat({ max: 70_000 }), fc.webPath())
      .map(([name, port, path]) => `http://${name}:${port}${path}`);
    fc.assert(
      fc.property(fc.oneof(uri, fc.string()), fc.boolean(), (text, keep) => {
        const place = read(text, keep);
        if (place === null) return;
        expect(place.families.every((one) => one === '127.0.0.1' || one === '::1')).toBe(true);
        const written = new URL(writeLoopbackRedirect(place, 4000));
        expect(written.hostname).toBe(place.host);
        expect(written.pathname).toBe(place.path);
      }),
    );
  });
});
