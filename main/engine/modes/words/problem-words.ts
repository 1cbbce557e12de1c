import type { DocumentProblem } from '../../model/evidence.ts';

type Words = { [K in DocumentProblem['kind']]: (problem: DocumentProblem & { kind: K }) => string };

const WORDS: Words = {
  network: (problem) => `gave no answer (${problem.detail})`,
  status: (problem) => `answers ${problem.status}`,
  redirect: (problem) => `redirects (${problem.status}) to ${problem.to || 'nowhere'}`,
  html: () => 'answers with an HTML page',
  'not-json': () => 'answers with something that is not JSON',
  'not-object': () => 'answers with JSON that is no object',
  'too-large': () => 'answers with more than 256 KB',
  'not-asked': (problem) => `was not asked (${problem.detail})`,
};

/**
 * What an address did, as the end of a sentence that begins with the address.
 * @param problem why there is no document, or null where there is one
 */
export function problemWords(problem: DocumentProblem | null): string {
  if (problem === null) return 'answers with a JSON document';
  return (WORDS[problem.kind] as (one: DocumentProblem) => string)(problem);
}
