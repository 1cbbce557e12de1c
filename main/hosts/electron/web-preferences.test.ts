import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { WEB_PREFERENCES } from './web-preferences.ts';

test('A1: windows are sandboxed, isolated and without Node', () => {
  expect(WEB_PREFERENCES).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
  });
});

test('A1: the web platform keeps its defaults', () => {
  expect(WEB_PREFERENCES).toMatchObject({
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  });
  expect(WEB_PREFERENCES).not.toHaveProperty('enableBlinkFeatures');
});

test('A10: there are no developer tools', () => {
  expect(WEB_PREFERENCES.devTools).toBe(false);
});

test('A2: nobody can change the preferences after they were written', () => {
  expect(Object.isFrozen(WEB_PREFERENCES)).toBe(true);
  const nested = Object.values(WEB_PREFERENCES).filter((value) => typeof value === 'object');
  expect(nested).toEqual([]);
  expect(() => Object.assign(WEB_PREFERENCES, { sandbox: false })).toThrow(TypeError);
});

test('A2: the literal holds no spread and no value from outside', () => {
  const source = readFileSync(path.join(import.meta.dirname, 'web-preferences.ts'), 'utf8');
  expect(source).not.toMatch(/\.\.\.|process\.|argv|env\b/);
});

test('the session of the window is in memory only', () => {
  expect(WEB_PREFERENCES.partition).not.toMatch(/^persist:/);
});
