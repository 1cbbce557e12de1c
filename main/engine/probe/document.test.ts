import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exchange } from '../testing/exchange-builders.ts';
import { answerRedirect, answerText } from '../testing/fake-answers.ts';
import type { HttpOutcome } from '../ports.ts';
import { readDocument } from './document.ts';

const read = (answer: HttpOutcome) => readDocument(exchange({ method: 'GET', answer }));
const problemOf = (body: string) => read(answerText(body)).problem?.kind ?? null;
const nested = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

describe('a document is read', () => {
  test('whatever its content type, since no shipped client looks at it', () => {
    const answer = answerText('{"issuer":"x"}', 200, [['Content-Type', 'text/plain']]);
    expect(read(answer)).toEqual({ json: { issuer: 'x' }, problem: null });
  });

  test('behind a byte order mark', () => {
    expect(read(answerText('\uFEFF{"a":1}')).json).toEqual({ a: 1 });
  });

  test('D20: down to 32 levels and no deeper', () => {
    expect(problemOf(nested(32))).toBeNull();
    expect(problemOf(nested(33))).toBe('not-object');
  });
});

describe('no document is', () => {
  test('a failure, which keeps its kind', () => {
    expect(readDocument(exchange({ answer: 'dns' })).problem).toMatchObject({
      kind: 'network',
      failure: 'dns',
    });
  });

  test('a redirect, which says where it leads, also where it leads nowhere', () => {
    const to = 'https://sso.example.com/login';
    expect(read(answerRedirect(to)).problem).toEqual({ kind: 'redirect', status: 302, to });
    expect(read(answerText('', 304)).problem).toEqual({ kind: 'redirect', status: 304, to: '' });
  });

  test.each([204, 401, 404, 500])('status %i, whatever the body', (status) => {
    expect(read(answerText('{}', status)).problem).toEqual({ kind: 'status', status });
  });

  test('D20: a body that was cut, even if what is left would parse', () => {
    const cut = { status: 200, headers: [], body: '{}', truncated: true };
    expect(read({ kind: 'response', response: cut }).problem).toEqual({ kind: 'too-large' });
  });

  test.each([
    ['\n <!doctype html>', 'html'],
    ['', 'not-json'],
    ['{"a":', 'not-json'],
    ['[]', 'not-object'],
    ['null', 'not-object'],
    ['"text"', 'not-object'],
  ])('%j: %s', (body, kind) => {
    expect(problemOf(body)).toBe(kind);
  });
});

test('any body gives a document or a problem, never both, never a throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.json()),
      fc.integer({ min: 100, max: 599 }),
      (body, status) => {
        const { json, problem } = read(answerText(body, status));
        expect(json === null).toBe(problem !== null);
      },
    ),
  );
});

test('D20: members named after prototypes are members and nothing else', () => {
  const { json } = read(
    answerText('{"__proto__":{"issuer":"https://evil.example"},"constructor":1}'),
  );
  expect(json?.issuer).toBeUndefined();
  expect(Object.getPrototypeOf(json)).toBe(Object.prototype);
  expect(Object.hasOwn({ ...json }, '__proto__')).toBe(true);
  expect(({} as Record<string, unknown>).issuer).toBeUndefined();
});
