import { expect, test } from 'vitest';
import type { DocumentProblem } from '../../model/evidence.ts';
import { problemWords } from './problem-words.ts';

const ROWS: readonly (readonly [DocumentProblem | null, string])[] = [
  [null, 'answers with a JSON document'],
  [{ kind: 'network', failure: 'reset', detail: 'ECONNRESET' }, 'gave no answer (ECONNRESET)'],
  [{ kind: 'status', status: 404 }, 'answers 404'],
  [{ kind: 'redirect', status: 302, to: '/login' }, 'redirects (302) to /login'],
  [{ kind: 'redirect', status: 304, to: '' }, 'redirects (304) to nowhere'],
  [{ kind: 'html', contentType: 'text/html' }, 'answers with an HTML page'],
  [{ kind: 'not-json', detail: 'x' }, 'answers with something that is not JSON'],
  [{ kind: 'not-object' }, 'answers with JSON that is no object'],
  [{ kind: 'too-large' }, 'answers with more than 256 KB'],
  [{ kind: 'not-asked', detail: 'too many' }, 'was not asked (too many)'],
];

test.each(ROWS)('%j ends a sentence that begins with the address', (problem, words) => {
  expect(problemWords(problem)).toBe(words);
});
