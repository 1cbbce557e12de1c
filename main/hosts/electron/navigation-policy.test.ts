import { expect, test, vi } from 'vitest';
import { lockNavigation } from './navigation-policy.ts';

function lockFake() {
  const handlers = new Map<string, (event: unknown) => void>();
  let opener: (details: { url: string }) => unknown = () => 'not set';
  const contents = {
    on: (name: string, handler: (event: unknown) => void) => handlers.set(name, handler),
    setWindowOpenHandler: (handler: typeof opener) => (opener = handler),
  };
  const log = vi.fn();
  lockNavigation(contents as never, log);
  return { handlers, open: (url: string) => opener({ url }), log };
}

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
  'C1: %s is prevented for every address, our own too',
  (name) => {
    const { handlers } = lockFake();
    for (const url of ['https://example.com/', 'app://companion/', 'about:blank', '']) {
      const preventDefault = vi.fn();
      handlers.get(name)?.({ url, preventDefault });
      expect(preventDefault).toHaveBeenCalledOnce();
    }
  },
);

test('A9: a webview is never attached', () => {
  const preventDefault = vi.fn();
  lockFake().handlers.get('will-attach-webview')?.({ preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
});

test('C2: a new window is always denied', () => {
  const { open } = lockFake();
  for (const url of ['https://example.com/', 'app://companion/', 'about:blank', ''])
    expect(open(url)).toEqual({ action: 'deny' });
});

test('D16: a refusal is logged without path or query', () => {
  const { handlers, log } = lockFake();
  handlers.get('will-navigate')?.({ url: 'https://example.com/cb?code=1', preventDefault() {} });
  expect(log).toHaveBeenCalledExactlyOnceWith('refused to go to https://example.com');
});
