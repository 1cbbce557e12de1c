import { expect, test } from 'vitest';
import { client as claudeCode } from '../clients/claude-code.ts';
import { client as hosted } from '../clients/claude-hosted.ts';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { contacts } from '../testing/exchange-builders.ts';
import { answerRedirect } from '../testing/fake-answers.ts';
import { codesOn, findingsOf, onlyFinding, verdictOf } from '../testing/judge-one.ts';
import { mode } from './f08-redirect-elsewhere.ts';

const to = (location: string, status: number) =>
  healthyEvidence({ first: contacts({ post: answerRedirect(location, status) }) });

test.each([301, 307, 308])('RS-36: %i to another host is not followed by any client', (status) => {
  const evidence = to('https://new.example/mcp', status);
  const found = onlyFinding(mode, evidence);
  expect(found.title).toBe('The MCP URL redirects to new.example');
  expect(found.whatToDo).toContain('https://new.example/mcp');
  expect(found.evidence).toMatchObject([
    { kind: 'http', exchange: 'legacy' },
    { kind: 'header', name: 'Location', value: 'https://new.example/mcp' },
  ]);
  for (const client of [hosted, claudeCode])
    expect(verdictOf(client, evidence)).toMatchObject({ outcome: 'blocked', cause: 'F08' });
});

test('E4: from https back to http is named as what it is', () => {
  const found = onlyFinding(mode, to('http://mcp.example.com/mcp/', 308));
  expect(found.title).toBe('The MCP URL redirects from https to http');
  expect(found.whatToDo).toContain('X-Forwarded-Proto');
});

test('302 to another host with the same path moves the endpoint; to a login page it is F21', () => {
  expect(findingsOf(mode, to('https://new.example/mcp', 302))).toHaveLength(1);
  const login = to('https://login.example/sign-in', 302);
  expect(findingsOf(mode, login)).toEqual([]);
  expect(codesOn(login)).toContain('F21');
});

test('an answer that is no redirect, and one without a place, are none', () => {
  expect(findingsOf(mode, healthyEvidence())).toEqual([]);
  expect(findingsOf(mode, to('http://', 308))).toEqual([]);
  expect(findingsOf(mode, healthyEvidence({ first: contacts({ post: 'refused' }) }))).toEqual([]);
});
