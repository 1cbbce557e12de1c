import { describe, expect, test } from 'vitest';
import { listDoors, type Surroundings } from './list-doors.ts';

const browser = { name: 'Chromium', program: '/usr/bin/chromium' };
const around = (changes: Partial<Surroundings>): Surroundings => ({
  electron: null,
  browser: null,
  browserNamed: false,
  display: true,
  ...changes,
});
const kinds = (changes: Partial<Surroundings>) =>
  listDoors(around(changes)).map((door) => door.kind);

describe('listDoors', () => {
  test.each([
    ['everything', { electron: '/e', browser }, ['electron', 'browser', 'terminal']],
    ['Electron only', { electron: '/e' }, ['electron', 'terminal']],
    ['a browser only', { browser }, ['browser', 'terminal']],
    ['neither', {}, ['terminal']],
    ['both, without a display', { electron: '/e', browser, display: false }, ['terminal']],
  ])('with %s goes through the doors in order', (_, changes, expected) => {
    expect(kinds(changes)).toEqual(expected);
  });

  test.each([
    [{ electron: '/e' }, null],
    [{ browser }, 'Electron is not on this machine; opening Unblank in Chromium instead.'],
    [{ display: false }, /^There is no display here; .* in the terminal instead\.$/],
    [{}, /^There is no Electron, Chrome, Chromium or Edge on this machine; .*terminal/],
    [{ browserNamed: true }, /^Electron is missing and UNBLANK_BROWSER names no program; /],
  ])('says in one line why %o leads to its first door', (changes, line) => {
    const say = listDoors(around(changes))[0]?.say ?? null;
    if (line instanceof RegExp) expect(say).toMatch(line);
    else expect(say).toBe(line);
    expect(say ?? '').not.toContain('\n');
  });

  test('says that Electron did not open where the browser is the second door', () => {
    const second = listDoors(around({ electron: '/e', browser }))[1];
    expect(second?.say).toBe('Electron did not open; opening Unblank in Chromium instead.');
  });
});
