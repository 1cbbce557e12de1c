import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, thisMachine } from '../../main/hosts/shared/find-browser.ts';
import { builtCli } from '../testing/built-cli.ts';
import { BUGS, isOnPath, KEEPERS, LEAKY_PROGRAM } from './planted-secrets-programs.ts';
import { makeFolders, runWatched, type OwnFolders, type Places } from './planted-secrets-run.ts';
import {
  startPlantedServer,
  type PlantedServer,
  type PlantedServerOptions,
} from './planted-secrets-server.ts';
import { createSweep, spelled, type Planted } from './planted-secrets-sweep.ts';
import { twoAtOnce } from './two-at-once.ts';

const hasBrowser = findBrowser(thisMachine()) !== null;
const LIMIT_MS = 60_000;
/** What the user gives in the environment. */
const GIVEN = `given-"+/%:&=-${'0123456789abcdef'.split('').reverse().join('Q')}`;

/** Claude Code is called back on this machine, so it signs in to a server that stands here. */
const WORDS = ['trace', '--headless', '--as', 'claude-code'];

let cli: Awaited<ReturnType<typeof builtCli>>;
beforeAll(async () => {
  cli = await builtCli();
}, LIMIT_MS);
afterAll(() => cli.remove());

interface Rig {
  readonly server: PlantedServer;
  readonly folders: OwnFolders;
  /** Runs `unblank trace` on the server. */
  readonly trace: (
    args?: readonly string[],
    more?: Partial<Parameters<typeof runWatched>[0]>,
  ) => ReturnType<typeof runWatched>;
  /** Where a secret stands, one line each; files that lie there now are looked at, too. */
  readonly leaks: (places: Places) => readonly string[];
}

/** A server and folders of one's own, for as long as the work lasts. */
async function withRig(
  options: PlantedServerOptions,
  work: (rig: Rig) => Promise<void>,
): Promise<void> {
  await twoAtOnce(async () => {
    const [server, folders] = [await startPlantedServer(options), await makeFolders()];
    try {
      await work({
        server,
        folders,
        trace: (args = [], more = {}) => {
          const command = [process.execPath, cli.file, ...WORDS, server.url, ...args];
          return runWatched({ folders, command, ...more });
        },
        leaks: (places) => leaksIn(places, [...server.secrets, { name: 'given', value: GIVEN }]),
      });
    } finally {
      await server.close();
      await folders.remove();
    }
  });
}

function leaksIn(places: Places, secrets: readonly Planted[]): readonly string[] {
  const sweep = createSweep(secrets);
  return [...places].flatMap(([place, bytes]) =>
    sweep.find(bytes).map((one) => `${place}: ${one}`),
  );
}

/** Everything that a server without a fault says in an unexpected place. */
const PLACES = [
  'challenge',
  'console',
  'file name',
  'instructions',
  'metadata',
  'registration',
  'revocation',
  'server name',
  'title',
  'token answer',
  'tool list',
];

describe.concurrent('D16, F1, H3, H4: no secret of a sign-in is left anywhere', () => {
  for (const jwt of [false, true])
    test(
      `a whole one, and its saved trace judged again, with ${jwt ? 'JWTs' : 'opaque tokens'}`,
      { timeout: LIMIT_MS },
      (context) =>
        hasBrowser
          ? withRig({ jwt, early: true }, async ({ server, folders, trace, leaks }) => {
              const file = (name: string) => path.join(folders.root, 'out', name);
              const json = [
                '--json',
                '--output',
                file('report.json'),
                '--save',
                file('trace.json'),
              ];
              const first = await trace(json);
              expect(leaks(first.places)).toEqual([]);
              const report = await readFile(file('report.json'), 'utf8');
              for (const tag of [
                '[access token 1]',
                '[refresh token 2]',
                '[verifier 1]',
                '[code 1]',
              ])
                expect(report + (await readFile(file('trace.json'), 'utf8'))).toContain(tag);
              expect([...server.reached].toSorted()).toEqual(expect.arrayContaining(PLACES));
              expect(JSON.parse(report)).toMatchObject({
                targets: [{ signIn: { outcome: 'signed-in' } }],
              });
              for (const form of [[], ['--json']]) {
                const command = [
                  process.execPath,
                  cli.file,
                  'trace',
                  '--replay',
                  file('trace.json'),
                ];
                const again = await runWatched({ folders, command: [...command, ...form] });
                expect(again.stdout).toMatch(/judged again|unblank\.report\/1/);
                expect(leaks(again.places)).toEqual([]);
              }
            })
          : context.skip('no browser is installed'),
    );

  test(
    'a thorough one in text, with a client secret from the environment',
    { timeout: LIMIT_MS },
    (context) =>
      hasBrowser
        ? withRig({}, async ({ folders, trace, leaks, server }) => {
            const save = path.join(folders.root, 'out', 'trace.json');
            const args = [
              '--thorough',
              '--client-id',
              'by-hand',
              '--as',
              'claude-code',
              '--save',
              save,
            ];
            const env = { UNBLANK_CLIENT_SECRET: GIVEN };
            const ended = await trace(args, { env, given: GIVEN });
            expect(leaks(ended.places)).toEqual([]);
            expect(await readFile(save, 'utf8')).toContain('no verifier');
            expect([...server.reached]).toContain('tool list');
          })
        : context.skip('no browser is installed'),
  );

  for (const [failure, place] of [
    ['token answers 500', 'token answer'],
    ['call answers 500', 'failed call'],
    ['error callback', 'error description'],
    ['token is broken JSON', 'broken JSON'],
  ] as const)
    test(`one that fails: ${failure}`, { timeout: LIMIT_MS }, (context) =>
      hasBrowser
        ? withRig({ failure }, async ({ trace, leaks, server, folders }) => {
            const save = path.join(folders.root, 'out', 'trace.json');
            const ended = await trace(['--json', '--save', save]);
            expect(leaks(ended.places)).toEqual([]);
            expect([...server.reached]).toContain(place);
            expect(JSON.parse(ended.stdout)).toMatchObject({ targets: [{ url: server.url }] });
          })
        : context.skip('no browser is installed'),
    );

  test('one that the user cancels with a token in hand', { timeout: LIMIT_MS }, async (context) => {
    if (!hasBrowser) return context.skip('no browser is installed');
    let interrupt = (): void => undefined;
    await withRig({ onFirstCall: () => interrupt() }, async ({ trace, leaks, server, folders }) => {
      const save = path.join(folders.root, 'out', 'trace.json');
      const onStart: NonNullable<Parameters<typeof runWatched>[0]['onStart']> = (child) => {
        interrupt = () => void child.kill('SIGINT');
      };
      const ended = await trace(['--json', '--save', save], { onStart });
      expect(leaks(ended.places)).toEqual([]);
      expect([...server.reached]).toContain('revocation');
      expect(JSON.parse(ended.stdout)).toMatchObject({ complete: false });
    });
  });

  test(
    'one that is killed with a token in hand, and what the next one clears away',
    { timeout: LIMIT_MS },
    async (context) => {
      if (!hasBrowser) return context.skip('no browser is installed');
      let kill = (): void => undefined;
      await withRig({ onFirstCall: () => kill() }, async ({ trace, leaks, folders, server }) => {
        const onStart: NonNullable<Parameters<typeof runWatched>[0]['onStart']> = (child) => {
          kill = () => void child.kill('SIGKILL');
        };
        const ended = await trace([], { onStart });
        expect(ended.code).toBeNull();
        expect(leaks(ended.places)).toEqual([]);
        expect(server.secrets.map(({ name }) => name).join()).toContain('access token');
        kill = () => undefined;
        const profiles = async () =>
          [...(await folders.places()).keys()].filter((one) => /^tmp\/unblank-sign-in-/.test(one));
        expect(await profiles()).not.toEqual([]);
        await trace([], { onStart: (child) => (kill = () => void child.kill('SIGINT')) });
        expect(await profiles()).toEqual([]);
      });
    },
  );

  for (const { name, isFatal, source } of BUGS)
    test(`one that ends by a bug of ours: ${name}`, { timeout: LIMIT_MS }, (context) =>
      hasBrowser
        ? withRig({}, async ({ trace, leaks, folders, server }) => {
            const preload = path.join(folders.root, 'run', 'bug.mjs');
            await writeFile(preload, source);
            const LEARN = new URL('/learn', server.url).href;
            const env = { NODE_OPTIONS: `--import=${preload}`, LEARN };
            const ended = await trace([], { env });
            if (isFatal) expect(ended.stderr).toMatch(/^Unblank made a mistake \(reference/m);
            expect(ended.code).toBe(isFatal ? 4 : 1);
            expect(leaks(ended.places)).toEqual([]);
            expect(server.secrets.length).toBeGreaterThan(2);
          })
        : context.skip('no browser is installed'),
    );

  for (const { where, told, before, programs } of KEEPERS)
    test(`one that keeps its tokens ${where}`, { timeout: LIMIT_MS }, async (context) => {
      if (!hasBrowser) return context.skip('no browser is installed');
      const absent = programs.filter((name) => !isOnPath(name));
      if (absent.length > 0) return context.skip(`${absent.join(', ')} are not installed`);
      await withRig({}, async ({ server, folders, leaks }) => {
        const words = [process.execPath, cli.file, ...WORDS, server.url, '--keep'];
        const quoted = words.map((one) => `'${one}'`).join(' ');
        const command = [...before, `script -qec "${quoted}" /dev/null`];
        const ended = await runWatched({ folders, command });
        expect(ended.stdout.replaceAll(/\s+/g, ' ')).toContain(told);
        expect(leaks(ended.places)).toEqual([]);
        expect([...server.reached]).toContain('tool list');
      });
    });
});

describe('the sweep finds what it is there to find', () => {
  const canary: Planted = {
    name: 'canary',
    value: `${GIVEN.slice(0, 20)}canary"+/%${GIVEN.slice(20)}`,
  };

  test.skipIf(process.platform !== 'linux')('in every place at which it looks', async () => {
    const folders = await makeFolders();
    try {
      const program = path.join(folders.root, 'run', 'leaky.mjs');
      await writeFile(program, LEAKY_PROGRAM);
      const env = { CANARY: canary.value };
      const { places } = await runWatched({ folders, command: [process.execPath, program], env });
      await rm(program);
      const found = new Set(leaksIn(places, [canary]).map((one) => one.split(': ')[0]));
      expect([...found].toSorted()).toEqual([
        'arguments of its children',
        'cache/cut',
        'data/base64',
        'data/in-the-middle',
        'environment of its children',
        'environment of the program',
        'home/.config/deep/file',
        expect.stringMatching(/^name of tmp\//),
        'out/utf16',
        'stderr',
        'stdout',
      ]);
    } finally {
      await folders.remove();
    }
  });

  test('in every spelling, and in 16 characters of one', () => {
    const sweep = createSweep([canary]);
    for (const [, text] of spelled(canary.value))
      for (const part of [text, text.slice(0, 16), text.slice(5, 21), text.slice(-16)])
        expect(sweep.find(Buffer.from(`before ${part} behind`)), part).not.toEqual([]);
    expect(sweep.find(Buffer.from(canary.value.slice(0, 15)))).toEqual([]);
  });
});
