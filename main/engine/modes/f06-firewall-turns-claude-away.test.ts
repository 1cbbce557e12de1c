import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { client as hosted } from '../clients/claude-hosted.ts';
import type { Exchange, McpProbeName } from '../model/evidence.ts';
import type { Headers, HttpOutcome } from '../ports.ts';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { contacts, exchange } from '../testing/exchange-builders.ts';
import { healthyProbes } from '../testing/healthy-answers.ts';
import { answerText } from '../testing/fake-answers.ts';
import { codesOn, findingsOf, onlyFinding, verdictOf } from '../testing/judge-one.ts';
import { mode } from './f06-firewall-turns-claude-away.ts';

const RAY: Headers = [
  ['cf-ray', '8f1a2b3c4d5e6f70-FRA'],
  ['Content-Type', 'text/html'],
];
const CHALLENGE = answerText('<!DOCTYPE html><title>Just a moment...</title>', 403, RAY);

function asked(name: McpProbeName, agent: string, answer: HttpOutcome): Exchange {
  const made = exchange({ id: name, purpose: name, answer });
  return { ...made, request: { ...made.request, headers: [['User-Agent', agent]] } };
}
const claude = (answer: HttpOutcome) => asked('as Claude', 'Claude-User', answer);
const python = (answer: HttpOutcome) => asked('as python-httpx', 'python-httpx/0.28.1', answer);
const refusing = (...probes: readonly Exchange[]) =>
  healthyEvidence({
    mcpProbes: healthyProbes(Object.fromEntries(probes.map((one) => [one.purpose, one]))),
  });

describe('Claude is turned away by its name', () => {
  test('with the rule’s product, its ray and both answers', () => {
    const evidence = refusing(claude(CHALLENGE));
    const found = onlyFinding(mode, evidence);
    expect(found.title).toBe('Your firewall turns Claude away by its name');
    expect(found.severity).toBe('error');
    expect(found.explanation).toContain(
      'names itself Claude-User is answered 403 with a web page (Cloudflare, ray 8f1a2b3c4d5e6f70-FRA)',
    );
    expect(found.evidence).toMatchObject([{ exchange: 'as Claude' }, { exchange: 'legacy' }]);
    expect(verdictOf(hosted, evidence)).toMatchObject({ outcome: 'blocked', cause: 'F06' });
  });

  test('also where only the name of its discovery is refused, without any page', () => {
    const found = onlyFinding(mode, refusing(python(answerText('', 403))));
    expect(found.explanation).toContain('python-httpx/0.28.1 is answered 403;');
  });

  test('while a browser passes and every program is refused', () => {
    const evidence = {
      ...refusing(claude(CHALLENGE), python(CHALLENGE)),
      first: contacts({ post: CHALLENGE }),
    };
    expect(onlyFinding(mode, evidence).explanation).toContain('as a browser is answered 401');
  });
});

test('a rate limit that our own requests met is not taken for a rule', () => {
  const limited = answerText('', 429);
  const ours = exchange({ purpose: 'tools list', answer: limited });
  expect(
    findingsOf(mode, { ...refusing(ours, claude(limited)), url: 'http://localhost/mcp' }),
  ).toEqual([]);
});

test('a firewall that knows Claude and not us is a warning about other programs', () => {
  const evidence = healthyEvidence({ first: contacts({ post: CHALLENGE }) });
  expect(onlyFinding(mode, evidence)).toMatchObject({
    severity: 'warning',
    title: 'Your firewall refuses programs it does not know',
  });
});

test('a firewall that refuses everybody stands in front of the 401 that is missing (F21)', () => {
  const browser = asked('as a browser', 'Mozilla/5.0', CHALLENGE);
  const evidence = {
    ...refusing(claude(CHALLENGE), python(CHALLENGE), browser),
    first: contacts({ post: CHALLENGE }),
  };
  expect(onlyFinding(mode, evidence).title).toBe('A firewall answers in place of your server');
  expect(codesOn(evidence)).toContain('F21');
});

test('a 403 of the server itself is F21 and no firewall', () => {
  const json = answerText('{"error":"forbidden"}', 403, [['Content-Type', 'application/json']]);
  const all = (['as Claude', 'as python-httpx', 'as a browser'] as const).map((name) =>
    asked(name, name, json),
  );
  const evidence = {
    ...refusing(...all),
    first: contacts({ post: json }),
    url: 'https://10.0.0.7/',
  };
  expect(findingsOf(mode, evidence)).toEqual([]);
});

test('whatever the answers, nothing is found without two that differ or a firewall’s own mark', () => {
  const answer = fc.constantFrom(200, 401, 403, 404, 429, 500, 503);
  fc.assert(
    fc.property(answer, (status) => {
      const all = (['as Claude', 'as python-httpx', 'as a browser'] as const).map((name) =>
        asked(name, name, answerText('', status)),
      );
      const first = contacts({ post: status });
      const evidence = { ...refusing(...all), first, url: 'http://localhost/mcp' };
      expect(findingsOf(mode, evidence)).toEqual([]);
    }),
  );
});
