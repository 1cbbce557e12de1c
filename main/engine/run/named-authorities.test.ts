import { expect, test } from 'vitest';
import type { SettingFact, SettingsFile } from '../model/settings-evidence.ts';
import type { FileRead } from '../ports.ts';
import { namedAuthorities } from './named-authorities.ts';

const PEM = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
const FILES: Readonly<Record<string, string>> = { '/ca.pem': PEM, '/notes.txt': 'no certificate' };
const files = {
  read: async (path: string): Promise<FileRead> => {
    const text = FILES[path];
    return text === undefined
      ? { kind: 'missing' }
      : { kind: 'bytes', bytes: new TextEncoder().encode(text) };
  },
};
const settings = (value: string, more: Partial<SettingsFile & SettingFact> = {}) => {
  const { client = 'claude-code', name = 'NODE_EXTRA_CA_CERTS' } = more;
  return { settings: [{ client, facts: [{ kind: 'variable', name, value }] } as never] };
};

test('what Claude Code’s settings name is trusted beside what the user names', async () => {
  expect(await namedAuthorities(null, settings('/ca.pem'), files)).toBe(PEM);
  expect(await namedAuthorities(`${PEM}x`, settings('/ca.pem'), files)).toBe(`${PEM}x\n${PEM}`);
});

test.each([
  ['a file that is not there', settings('/gone.pem')],
  ['a file without a certificate', settings('/notes.txt')],
  ['another variable', settings('/ca.pem', { name: 'SSL_CERT_FILE' })],
  ['another client', settings('/ca.pem', { client: 'cursor' })],
  ['nothing', { settings: [] }],
])('%s changes nothing', async (_, places) => {
  expect(await namedAuthorities(null, places, files)).toBeNull();
  expect(await namedAuthorities(PEM, places, files)).toBe(PEM);
});
