import type { DocumentProblem, Exchange, Json, JsonObject } from '../model/evidence.ts';
import type { HttpResponse } from '../ports.ts';
import { headerOf } from './header.ts';

/** Deepest nesting of a metadata document that is read (safety D20). */
const DEPTH = 32;

export type DocumentReading =
  | { readonly json: JsonObject; readonly problem: null }
  | { readonly json: null; readonly problem: DocumentProblem };

/**
 * Reads the answer of a metadata address: a JSON object, or why it is none. The content type is
 * not required to be JSON, because no shipped client looks at it (PR-05 is judged apart).
 * @param exchange the last request to the address
 */
export function readDocument(exchange: Exchange): DocumentReading {
  const { outcome } = exchange;
  if (outcome.kind === 'failure')
    return fail({ kind: 'network', failure: outcome.failure, detail: outcome.message });
  const { response } = outcome;
  const location = headerOf(response.headers, 'location');
  if (response.status >= 300 && response.status < 400)
    return fail({ kind: 'redirect', status: response.status, to: location ?? '' });
  if (response.status !== 200) return fail({ kind: 'status', status: response.status });
  if (response.truncated) return fail({ kind: 'too-large' });
  return readBody(response);
}

function readBody(response: HttpResponse): DocumentReading {
  const type = headerOf(response.headers, 'content-type') ?? '';
  const text = response.body.replace(/^\uFEFF/, '');
  if (/^\s*</.test(text)) return fail({ kind: 'html', contentType: type });
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    return fail({ kind: 'not-json', detail: error instanceof Error ? error.message : 'not JSON' });
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value) || tooDeep(value))
    return fail({ kind: 'not-object' });
  return { json: value, problem: null };
}

function fail(problem: DocumentProblem): DocumentReading {
  return { json: null, problem };
}

function tooDeep(value: Json): boolean {
  let level: Json[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH) return true;
    level = level.flatMap((one) =>
      one !== null && typeof one === 'object' ? Object.values(one) : [],
    );
  }
  return false;
}
