import { expect, test } from 'vitest';
import {
  missing,
  mcpOrigin,
  authorizationServer,
  healthyEvidence,
  withServer,
} from '../testing/evidence-builders.ts';
import { ISSUER } from '../testing/exchange-builders.ts';
import { allCodesOn, codesOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f33-missing-s256.ts';

const offering = (methods: string[] | string | undefined) =>
  withServer({ code_challenge_methods_supported: methods });

test.each([
  [
    undefined,
    'The authorization server does not announce PKCE',
    'Claude Code and mcp-remote go on without the list.',
  ],
  [
    ['plain'],
    'The authorization server does not offer S256',
    'It lists plain. Claude Code and mcp-remote stop as well.',
  ],
  [
    [],
    'The authorization server does not offer S256',
    'It lists nothing. Claude Code and mcp-remote stop as well.',
  ],
])('AS-13, AS-15: %j', (methods, title, words) => {
  const found = onlyFinding(mode, offering(methods));
  expect(found).toMatchObject({
    title,
    snippet: '"code_challenge_methods_supported": ["S256"]',
    evidence: [{ kind: 'http', exchange: 'oauth' }],
  });
  expect(found.explanation).toContain(words);
});

test('S256 among others is right', () => {
  expect(codesOn(offering(['plain', 'S256']))).toEqual([]);
});

test('where there is no metadata, F28 says so', () => {
  const none = authorizationServer(ISSUER, [missing('oauth')]);
  const evidence = healthyEvidence({ authorizationServers: [mcpOrigin(), none] });
  expect(findingsOf(mode, evidence)).toEqual([]);
  expect(codesOn(evidence)).toContain('F28');
});

test('AS-20: a list that is none makes clients drop the document: F17 takes it', () => {
  expect(allCodesOn(offering('S256'))).toContain('F17');
  expect(findingsOf(mode, offering('S256'))).toEqual([]);
});
