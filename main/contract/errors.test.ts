import { describe, expect, test } from 'vitest';
import { APP_ERRORS, describeError, type AppErrorCode } from './errors.ts';

describe('our failures', () => {
  test.each(Object.keys(APP_ERRORS) as AppErrorCode[])('%s says what to do about it', (code) => {
    const { message, advice } = describeError({
      code,
      params: { reason: 'because.' },
    });
    expect(message).not.toBe('');
    expect(advice).toMatch(/[.]$/);
  });

  test('a parameter that is missing shows as a question mark, never as a placeholder', () => {
    const { message } = describeError({ code: 'unknown-name', params: {} });
    expect(message).toBe('No configured server is called ?.');
  });

  test('text in a parameter is not read as a placeholder', () => {
    const params = { name: '{reason}', reason: 'secret' };
    expect(describeError({ code: 'unknown-name', params }).message).toContain('{reason}');
  });
});
