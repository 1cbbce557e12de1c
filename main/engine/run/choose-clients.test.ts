import { describe, expect, test } from 'vitest';
import { AppError } from '../../contract/errors.ts';
import { CLIENT_IDS } from '../../contract/words.ts';
import { CLIENTS } from '../clients/index.generated.ts';
import { chooseClients, parseClientChoices } from './choose-clients.ts';

const installed = (version: string | null) => ({
  client: 'claude-code' as const,
  version,
  location: '/usr/bin/claude',
  how: 'on the path',
});
const versionOf = (text: string | null, ...versions: (string | null)[]) =>
  chooseClients(
    CLIENTS,
    text === null ? [] : parseClientChoices(text, CLIENTS),
    versions.map(installed),
  ).flatMap(({ id, version }) =>
    id === 'claude-code' || id === 'ts-sdk' ? [`${id}@${version}`] : [],
  );

describe('what --client takes', () => {
  test.each([
    ['claude-code', [{ id: 'claude-code', version: null }]],
    [
      'ts-sdk@1, mcp-remote',
      [
        { id: 'ts-sdk', version: '1' },
        { id: 'mcp-remote', version: null },
      ],
    ],
    ['claude-desktop-stdio', [{ id: 'claude-desktop-stdio', version: null }]],
  ])('%s', (text, expected) => {
    expect(parseClientChoices(text, CLIENTS)).toEqual(expected);
  });

  test.each([
    ['claude', `There is no client “claude”. Known: ${CLIENT_IDS.join(', ')}.`],
    ['', `There is no client “”. Known: ${CLIENT_IDS.join(', ')}.`],
    ['ts-sdk@3', 'There are no rules for “ts-sdk@3”. Known versions of ts-sdk: 2.4.0, 1.32.2.'],
    ['ts-sdk@1.3', 'There are no rules for “ts-sdk@1.3”. Known versions of ts-sdk: 2.4.0, 1.32.2.'],
    ['ts-sdk@', 'There are no rules for “ts-sdk@”. Known versions of ts-sdk: 2.4.0, 1.32.2.'],
    [
      'cursor@1',
      'There are no rules for “cursor@1”. cursor is known without versions: write cursor.',
    ],
  ])('%s is refused with what is known', (text, reason) => {
    expect(() => parseClientChoices(text, CLIENTS)).toThrow(new AppError('bad-option', { reason }));
  });
});

describe('the rules that are judged by', () => {
  test('are the newest, each client once, where nothing else is said', () => {
    const chosen = chooseClients(CLIENTS, [], []);
    expect(chosen.every((one) => one.isNewest)).toBe(true);
    expect(new Set(chosen.map((one) => one.id)).size).toBe(chosen.length);
    expect(chosen.length).toBe(9);
  });

  test.each([
    ['ts-sdk@1', ['claude-code@2.1.330', 'ts-sdk@1.32.2']],
    ['ts-sdk@1.32.2', ['claude-code@2.1.330', 'ts-sdk@1.32.2']],
    ['ts-sdk@1,ts-sdk@2', ['claude-code@2.1.330', 'ts-sdk@1.32.2', 'ts-sdk@2.4.0']],
    ['claude-code@2.1.197', ['claude-code@2.1.197', 'ts-sdk@2.4.0']],
    ['claude-code@2', ['claude-code@2.1.330', 'ts-sdk@2.4.0']],
  ])('are those that %s names', (text, expected) => {
    expect(versionOf(text)).toEqual(expected);
  });

  test.each([
    ['2.1.330', '2.1.330'],
    ['2.2.0', '2.1.330'],
    ['2.1.329', '2.1.197'],
    ['2.1.197', '2.1.197'],
    ['2.0.9', '2.1.197'],
    [null, '2.1.330'],
  ])('follow Claude Code %s of this machine: %s', (version, expected) => {
    expect(versionOf(null, version)[0]).toBe(`claude-code@${expected}`);
  });

  test('follow the newest of several, and give way to what is asked for', () => {
    expect(versionOf(null, '2.1.197', '2.1.330')[0]).toBe('claude-code@2.1.330');
    expect(versionOf('claude-code@2.1.330', '2.1.197')[0]).toBe('claude-code@2.1.330');
  });
});
