import tseslint from 'typescript-eslint';
import { plugin } from './build/eslint/plugin.mjs';

const root = import.meta.dirname;
const TESTS = ['**/*.test.{ts,tsx}', '**/testing/**/*.ts', 'e2e/**/*.ts'];

/** Rules for every file, TypeScript or not. */
const everywhere = {
  name: 'unblank/everywhere',
  files: ['**/*.{ts,tsx,mjs}'],
  plugins: { unblank: plugin },
  // A rule that is in the way is discussed here, not silenced where it hurts.
  linterOptions: { noInlineConfig: true },
  rules: {
    'unblank/layer-imports': ['error', { root }],
    'unblank/forbidden-globals': ['error', { root }],
    'unblank/security-sinks': ['error', { root }],
    'unblank/no-default-exports': 'error',
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'max-lines': ['error', 300],
    'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
    'no-debugger': 'error',
    'no-eval': 'error',
    'no-implied-eval': 'error',
    'no-new-func': 'error',
    'no-self-compare': 'error',
    'no-unmodified-loop-condition': 'error',
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
    'object-shorthand': 'error',
    'prefer-const': 'error',
  },
};

/**
 * Rules that need types. `require-await` is off: an async function without await is how a plain
 * value fulfils a port that promises. `no-unsafe-*` is off: `no-explicit-any` leaves them nothing
 * to find but JSON.parse, and what comes in is parsed by a schema.
 */
const typed = {
  name: 'unblank/typed',
  files: ['**/*.{ts,tsx}'],
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: { projectService: true, tsconfigRootDir: root },
  },
  plugins: { '@typescript-eslint': tseslint.plugin },
  rules: {
    '@typescript-eslint/await-thenable': 'error',
    '@typescript-eslint/ban-ts-comment': 'error',
    '@typescript-eslint/consistent-type-exports': 'error',
    '@typescript-eslint/consistent-type-imports': [
      'error',
      { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
    ],
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': 'error',
    '@typescript-eslint/no-unused-expressions': 'error',
    '@typescript-eslint/only-throw-error': 'error',
    '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
    '@typescript-eslint/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true },
    ],
  },
};

const tests = {
  name: 'unblank/tests',
  files: TESTS,
  rules: {
    'max-lines': ['error', 500],
    'max-lines-per-function': 'off',
    // Tests of the content security policy try it.
    'no-eval': 'off',
    'no-restricted-syntax': [
      'error',
      {
        selector: 'MemberExpression[object.name=/^(test|it|describe)$/][property.name="only"]',
        message: 'This would run alone and hide the others.',
      },
    ],
  },
};

const unitTests = {
  name: 'unblank/unit-tests',
  files: ['**/*.test.{ts,tsx}'],
  rules: {
    'no-restricted-syntax': [
      'error',
      {
        selector:
          'MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(only|skip|todo|fails)$/]',
        message: 'Mend it or remove it. Where a machine cannot run it: context.skip("the reason").',
      },
    ],
  },
};

/** Tools ask these files for a default export. */
const configurations = {
  name: 'unblank/configurations',
  files: ['**/*.config.{ts,mjs}', 'e2e/build-first.ts'],
  rules: { 'unblank/no-default-exports': 'off' },
};

/** One line for each file of a folder, so as long as the folder is full. */
const generated = {
  name: 'unblank/generated',
  files: ['**/*.generated.ts'],
  rules: { 'max-lines': 'off' },
};

const config = [
  { ignores: ['dist/', '.types/', '.cache/', 'test-results/', 'coverage/', 'node_modules/'] },
  everywhere,
  typed,
  tests,
  unitTests,
  configurations,
  generated,
];
export default config;
