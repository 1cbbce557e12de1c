import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { SIGN_IN_OUTCOMES, SIGN_IN_WAYS } from '../../../contract/words.ts';
import { reportText } from '../report/report-text.ts';
import { terminalStyle } from '../report/terminal-style.ts';
import { BLANK_SIGN_IN, sampleReport } from './testing/sample-trace.ts';
import { traceText } from './trace-text.ts';

const plain = (columns = 80) => terminalStyle({ columns }, {});
const UNSAVED = { saved: null, replayed: false, drawn: false };

describe('a traced sign-in as text', () => {
  test('first what happened and what to do, then the diagram, the cause, the clients, the tokens', async () => {
    const signIn = { ...BLANK_SIGN_IN, tokensAfter: ['The access token is revoked.'] };
    const report = await sampleReport(signIn);
    const text = traceText(report, plain(), UNSAVED);
    const order = [
      'Sign-in as Claude Desktop, claude.ai, in a window of its own',
      '■ Blank: https://auth.acme.example/authorize',
      'Next: Let it answer',
      'GET /authorize',
      'First thing to fix',
      'Evidence',
      'blocked',
      'The tokens',
      'The access token is revoked.',
      '--save FILE',
    ].map((part) => text.indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((one, two) => one - two));
  });

  test.each(SIGN_IN_OUTCOMES)('outcome %s has a mark and a word', async (outcome) => {
    const text = traceText(await sampleReport({ ...BLANK_SIGN_IN, outcome }), plain(), UNSAVED);
    expect(text).toMatch(/^[●■○] (Signed in|Never started|Blank|Loop|Failed|Unfinished): /m);
  });

  test.each(SIGN_IN_WAYS)('the way %s is named, and more rounds than one', async (way) => {
    const report = await sampleReport({ ...BLANK_SIGN_IN, way, rounds: 2 });
    expect(traceText(report, plain(), UNSAVED)).toMatch(/, (in|through|by) .+, 2 rounds\n/);
  });

  test('what the token is, without its value', async () => {
    const token = {
      form: 'jwt',
      audience: 'https://mcp.acme.example/mcp',
      issuer: 'https://auth.acme.example',
      scope: 'mcp',
      expiresIn: 3600,
      refreshable: true,
    } as const;
    const text = traceText(await sampleReport({ ...BLANK_SIGN_IN, token }), plain(100), UNSAVED);
    expect(text.replace(/\s+/g, ' ')).toContain(
      'A JWT, for https://mcp.acme.example/mcp, from https://auth.acme.example, with scope mcp, valid for 3600 s, with a refresh token.',
    );
  });

  test('does not draw again what stands just above on the same terminal', async () => {
    const report = await sampleReport();
    const drawn = traceText(report, plain(), { ...UNSAVED, drawn: true });
    expect(traceText(report, plain(), UNSAVED)).toContain('GET /authorize');
    expect(drawn).not.toContain('GET /authorize');
    expect(drawn).toContain('Sign-in as');
  });

  test('says where it was saved, or that it is a saved one', async () => {
    const report = await sampleReport();
    expect(
      traceText(report, plain(), { saved: 'a.json', replayed: false, drawn: false }),
    ).toContain('Saved in a.json. No token');
    const again = traceText(report, plain(), { saved: null, replayed: true, drawn: false });
    expect(again).toContain('judged again');
    expect(again).not.toContain('--save');
  });

  test('without a sign-in it is the text of a check', async () => {
    const report = await sampleReport(null);
    expect(traceText(report, plain(), UNSAVED)).toBe(reportText(report, plain()));
  });

  test('says the same words with colour and without, and H13: no server moves the cursor', async () => {
    const evil = 'x\u001b[2J\u0007\u202e';
    const report = await sampleReport({ ...BLANK_SIGN_IN, headline: evil, next: evil });
    const colour = traceText(report, terminalStyle({ isTTY: true, columns: 80 }, {}), UNSAVED);
    const bare = traceText(report, plain(), UNSAVED);
    expect(stripVTControlCharacters(colour)).toBe(bare);
    expect(bare).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});
