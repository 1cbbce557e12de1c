import { describe, expect, test } from 'vitest';
import { AppError } from '../../../contract/errors.ts';
import { chooseWay, type Surroundings } from './choose-way.ts';

const HERE: Surroundings = { browser: true, display: true, terminal: true };
const choose = (
  wish: Partial<Parameters<typeof chooseWay>[0]>,
  around: Partial<Surroundings> = {},
) => chooseWay({ as: 'claude-hosted', ...wish }, { ...HERE, ...around });

describe('where the sign-in page is shown', () => {
  test('in a window of its own where a browser is installed', () => {
    expect(choose({})).toBe('isolated');
    expect(choose({ headless: true }, { display: false, terminal: false })).toBe('isolated');
  });

  test('else in the system browser, but for a client that is called back elsewhere', () => {
    expect(choose({ as: 'claude-code' }, { browser: false })).toBe('system');
    expect(choose({ as: 'ts-sdk' }, { browser: false })).toBe('system');
    expect(choose({ as: 'claude-hosted' }, { browser: false })).toBe('none');
    expect(choose({ as: 'cursor' }, { browser: false })).toBe('none');
  });

  test('else by paste: over SSH and in containers', () => {
    expect(choose({ as: 'claude-code' }, { display: false })).toBe('none');
  });

  test('as asked for', () => {
    expect(choose({ browser: 'none' })).toBe('none');
    expect(choose({ browser: 'system', as: 'claude-code' })).toBe('system');
    expect(choose({ browser: 'none' }, { terminal: false })).toBe('none');
  });

  test.each([
    ['K3: no browser where there is no terminal', {}, { terminal: false }],
    ['K3: nor the system’s', { browser: 'system' }, { terminal: false }],
    ['no window without a display', { browser: 'isolated' }, { display: false }],
    ['no headless system browser', { browser: 'system', headless: true }, {}],
  ] as const)('%s', (_, wish, around) => {
    expect(() => choose(wish, around)).toThrow(AppError);
  });
});
