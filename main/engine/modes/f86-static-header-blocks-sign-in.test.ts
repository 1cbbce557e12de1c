import { expect, test } from 'vitest';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { contacts, OPEN } from '../testing/exchange-builders.ts';
import { findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { sampleEntry } from '../testing/sample-machine.ts';
import type { ServerEntry } from '../model/evidence.ts';
import { excerptLines } from '../redact/excerpt.ts';
import { mode } from './f86-static-header-blocks-sign-in.ts';

const TEXT = '{"type": "http", "headers": {"Authorization": "Bearer planted-0123456789abcdef"}}';
const excerpt = excerptLines(TEXT, 0, TEXT.length);
const having = (entry: Partial<ServerEntry>, more = {}) =>
  healthyEvidence({ entries: [sampleEntry({ excerpt, ...entry })], ...more });

test('a header in the entry is advice: whether its token is good is not tried', () => {
  const found = onlyFinding(mode, having({}));
  expect(found).toMatchObject({
    severity: 'advice',
    confidence: 'possible',
    clients: ['claude-code'],
    evidence: [{ kind: 'file', line: 3 }],
  });
  expect(found.explanation).toContain('“acme”');
});

test('H1: the token itself is nowhere in it', () => {
  expect(JSON.stringify(onlyFinding(mode, having({})))).not.toContain('planted');
});

test.each<[string, Partial<ServerEntry>, object]>([
  ['an entry without it', { excerpt: '"acme": { "type": "http" }' }, {}],
  ['mcp-remote, which signs in all the same', { viaMcpRemote: true }, {}],
  ['another client', { client: 'cursor' }, {}],
  ['a server without sign-in', {}, { first: contacts({ post: OPEN }) }],
])('%s is fine', (_, entry, more) => {
  expect(findingsOf(mode, having(entry, more))).toEqual([]);
});
