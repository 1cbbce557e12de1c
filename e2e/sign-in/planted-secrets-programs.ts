import { existsSync } from 'node:fs';
import path from 'node:path';

/** Writes the canary of its environment into every place that a sweep looks at, then goes on a while. */
export const LEAKY_PROGRAM = `
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
const { CANARY, HOME, XDG_DATA_HOME, XDG_CACHE_HOME, TMPDIR } = process.env;
process.stdout.write(encodeURIComponent(encodeURIComponent(CANARY)));
process.stderr.write(JSON.stringify({ CANARY }));
mkdirSync(HOME + '/.config/deep', { recursive: true });
writeFileSync(HOME + '/.config/deep/file', new URLSearchParams({ CANARY }).toString());
writeFileSync(XDG_DATA_HOME + '/base64', btoa('user:' + CANARY));
writeFileSync(XDG_DATA_HOME + '/in-the-middle', 'x'.repeat(1_000_000) + CANARY + 'x'.repeat(100));
writeFileSync(XDG_CACHE_HOME + '/cut', 'Authorization: Bearer ' + CANARY.slice(0, 16));
writeFileSync(HOME + '/../out/utf16', Buffer.from('of ' + CANARY, 'utf16le'));
writeFileSync(TMPDIR + '/' + encodeURIComponent(CANARY), '');
spawn(process.execPath, ['-e', 'setTimeout(() => 0, 600)', CANARY], { stdio: 'ignore' });
`;

export interface Bug {
  readonly name: string;
  /** Whether the program ends by it, or takes it for an answer that cannot be read. */
  readonly isFatal: boolean;
  readonly source: string;
}

/** Loaded before the program: each makes a mistake whose error holds what is secret, once there is some. */
export const BUGS: readonly Bug[] = [
  {
    name: 'a promise is refused with the verifier in the message',
    isFatal: true,
    source: `
const digest = crypto.subtle.digest.bind(crypto.subtle);
crypto.subtle.digest = async (name, data) => {
  const text = Buffer.from(data).toString();
  if (/^[\\w-]{43}$/.test(text)) {
    await fetch(process.env.LEARN, { method: 'POST', body: text });
    throw new TypeError('no digest of ' + text);
  }
  return digest(name, data);
};`,
  },
  {
    name: 'an answer cannot be read, with the tokens in the message',
    isFatal: false,
    source: `
const parse = JSON.parse;
JSON.parse = (text, ...rest) => {
  if (String(text).includes('"access_token"')) throw new RangeError('cannot read ' + text);
  return parse(text, ...rest);
};`,
  },
  {
    name: 'an event throws, with the code in the message',
    isFatal: true,
    source: `
const parse = JSON.parse;
JSON.parse = (text, ...rest) => {
  if (/Network\\.requestWillBeSent".*[?&]code=/s.test(String(text))) throw new RangeError('cannot read ' + text);
  return parse(text, ...rest);
};`,
  },
];

export interface Keeper {
  readonly where: string;
  /** What the program says of it. */
  readonly told: string;
  /** Runs its last argument in a shell. */
  readonly before: readonly string[];
  readonly programs: readonly string[];
}

const KEYRING =
  "printf 'password of the test' | gnome-keyring-daemon --unlock --components=secrets --daemonize";

/** A terminal for the program, without a keychain and with one that is open. */
export const KEEPERS: readonly Keeper[] = [
  {
    where: 'at a terminal without a keychain',
    told: 'kept',
    before: ['sh', '-c'],
    programs: ['script'],
  },
  {
    where: 'in a real keychain',
    told: 'The tokens are kept in the keychain of this machine',
    before: ['dbus-run-session', '--', 'sh', '-c', `${KEYRING} >/dev/null 2>&1; eval "$0"`],
    programs: ['script', 'dbus-run-session', 'gnome-keyring-daemon'],
  },
];

export function isOnPath(program: string): boolean {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some((folder) => existsSync(path.join(folder, program)));
}
