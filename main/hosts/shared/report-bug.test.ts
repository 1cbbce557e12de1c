import { afterEach, expect, test, vi } from 'vitest';
import { reportBug } from './report-bug.ts';

const written: string[] = [];
vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
afterEach(() => {
  written.length = 0;
  vi.unstubAllEnvs();
});

test('B6: one line with a reference and the kind of error, no stack and no text of it', () => {
  const reference = reportBug(new TypeError('what a server said'));
  expect(written.join('')).toBe(`Unblank made a mistake (reference ${reference}, TypeError).\n`);
});

test('UNBLANK_DEBUG=1 shows the stack, redacted', () => {
  vi.stubEnv('UNBLANK_DEBUG', '1');
  reportBug(new Error('Authorization: Bearer planted-secret-42'));
  expect(written.join('')).toMatch(/\n\s+at /);
  expect(written.join('')).not.toContain('planted');
});
