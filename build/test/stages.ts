/** A tool in node_modules, run by the Node that runs us: no shell, no PATH, the same on Windows. */
const TOOLS = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  knip: 'node_modules/knip/bin/knip.js',
  playwright: 'node_modules/playwright/cli.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
  tsx: 'node_modules/tsx/dist/cli.mjs',
  vitest: 'node_modules/vitest/vitest.mjs',
} as const;

/** Arguments for Node; the first is the tool. */
export type Command = readonly [tool: string, ...rest: string[]];

export interface Stage {
  readonly name: string;
  /** What it proves, for `npm test -- --help`. */
  readonly proves: string;
  /** Run one after the other; the first that fails ends the stage. */
  readonly commands: readonly Command[];
  /** Where the last command writes what its tests did; null for a stage that counts as one test. */
  readonly report: { readonly file: string; readonly kind: 'unit' | 'playwright' } | null;
  /** Needs an installed Chrome, Chromium or Edge, and is skipped by name without one. */
  readonly needsBrowser: boolean;
}

const check = { report: null, needsBrowser: false } as const;

/** Tests that open the isolated window; apart from the others, because each is a browser of its own. */
const SIGN_IN = ['e2e/sign-in/', 'main/hosts/shared/sign-in/browser-way.test.ts'] as const;

/** The stages of `npm test`, in order: what is quick to fail comes first. To add one, add a row. */
export const STAGES: readonly Stage[] = [
  {
    ...check,
    name: 'generated',
    proves: 'the committed generated files are up to date',
    commands: [[TOOLS.tsx, 'build/generate.ts', '--check']],
  },
  {
    ...check,
    name: 'format',
    proves: 'every file is formatted',
    commands: [[TOOLS.prettier, '--check', '--log-level', 'warn', '.']],
  },
  {
    ...check,
    name: 'lint',
    proves: 'the layer table and the rules of eslint.config.mjs hold',
    commands: [[TOOLS.eslint, '--max-warnings', '0', '.']],
  },
  {
    ...check,
    name: 'types',
    proves: 'every layer type-checks alone',
    commands: [[TOOLS.tsc, '-b']],
  },
  {
    ...check,
    name: 'dead',
    proves: 'no export, file or dependency is unused',
    commands: [[TOOLS.knip]],
  },
  {
    ...check,
    name: 'bundles',
    proves: 'everything builds, and the bundles hold only what they may',
    commands: [
      [TOOLS.tsx, 'build/build.ts'],
      [TOOLS.tsx, 'build/check-bundles.ts'],
    ],
  },
  {
    name: 'unit',
    proves: 'units, and integration over real sockets on this machine',
    commands: [[TOOLS.vitest, 'run', ...SIGN_IN.map((one) => `--exclude=${globOf(one)}`)]],
    report: { file: 'test-results/unit.json', kind: 'unit' },
    needsBrowser: false,
  },
  {
    name: 'sign-in',
    proves: 'traced sign-ins in a real window, at broken and at real servers',
    commands: [
      [TOOLS.tsx, 'build/build.ts'],
      [TOOLS.vitest, 'run', ...SIGN_IN],
    ],
    report: { file: 'test-results/sign-in.json', kind: 'unit' },
    needsBrowser: true,
  },
  {
    name: 'e2e',
    proves: 'the app in Chromium, from outside',
    commands: [
      [TOOLS.tsx, 'build/build.ts'],
      [TOOLS.playwright, 'test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json'],
    ],
    report: { file: 'test-results/e2e.json', kind: 'playwright' },
    needsBrowser: true,
  },
];

/**
 * The stages that were asked for, in the order of the table; all of them where none was.
 * @param names as typed after `npm test --`
 * @returns the stages, or the names that are none
 */
export function chooseStages(
  names: readonly string[],
): { readonly stages: readonly Stage[] } | { readonly unknown: readonly string[] } {
  const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0) return { unknown };
  return { stages: STAGES.filter((stage) => names.length === 0 || names.includes(stage.name)) };
}

/** A folder with everything in it, or one file. */
function globOf(path: string): string {
  return path.endsWith('/') ? `${path}**` : path;
}
