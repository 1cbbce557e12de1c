import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createPlace } from './place.ts';

const NOTHING = { home: null, os: null, project: null };
const machine = (platform: string) => ({
  platform,
  home: resolve('/home/ada'),
  env: { CLAUDE_CONFIG_DIR: '/elsewhere' },
});

describe('without a choice the place is this machine', () => {
  test.each([
    ['darwin', 'darwin'],
    ['win32', 'win32'],
    ['linux', 'linux'],
    ['freebsd', 'linux'],
  ])('%s has the layout of %s', (platform, os) => {
    const place = createPlace(NOTHING, machine(platform));
    expect(place).toMatchObject({ os, home: resolve('/home/ada'), copied: false, project: null });
    expect(place.env('CLAUDE_CONFIG_DIR')).toBe('/elsewhere');
    expect(place.env('NOT_SET')).toBeUndefined();
  });

  test('this process tells where its user lives', () => {
    expect(createPlace(NOTHING)).toMatchObject({ copied: false });
    expect(createPlace(NOTHING).home).not.toBe('');
  });
});

describe('a place that was chosen is a copied profile without an environment', () => {
  test.each([
    ['a home', { ...NOTHING, home: '/copies/ada' }],
    ['the own home, named', { ...NOTHING, home: '/home/ada' }],
    ['the layout of another system', { ...NOTHING, os: 'win32' as const }],
    ['both', { ...NOTHING, home: '/copies/ada', os: 'darwin' as const }],
  ])('%s', (_, choice) => {
    const place = createPlace(choice, machine('linux'));
    expect(place.copied).toBe(true);
    expect(place.env('CLAUDE_CONFIG_DIR')).toBeUndefined();
    expect(place.os).toBe(choice.os ?? 'linux');
  });
});

test('paths are made absolute and joined in the notation of this machine', () => {
  const place = createPlace({ home: 'copy', os: 'win32', project: 'project' }, machine('linux'));
  expect(place.home).toBe(resolve('copy'));
  expect(place.project).toBe(resolve('project'));
  expect(place.join(place.home, 'AppData', 'Roaming')).toBe(join(place.home, 'AppData', 'Roaming'));
});
