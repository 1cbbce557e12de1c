import { describe, expect, test } from 'vitest';
import { healthyEvidence, missing } from '../testing/evidence-builders.ts';
import { contacts } from '../testing/exchange-builders.ts';
import { codesOn, findingsOf, onlyFinding } from '../testing/judge-one.ts';
import { mode } from './f20-no-www-authenticate.ts';

const challenged = (header: string | null) => healthyEvidence({ first: contacts({ header }) });

describe('a 401 without a header', () => {
  test('is found, with the header to add', () => {
    const found = onlyFinding(mode, challenged(null));
    expect(found).toMatchObject({
      title: 'The 401 has no WWW-Authenticate header',
      severity: 'error',
      snippet:
        'WWW-Authenticate: Bearer resource_metadata="https://mcp.example.com/.well-known/oauth-protected-resource/mcp"',
      evidence: [
        {
          kind: 'header',
          name: 'WWW-Authenticate',
          value: null,
          at: 'POST https://mcp.example.com/mcp',
        },
      ],
    });
  });

  test('and without any document follows from that', () => {
    const nowhere = [missing('path'), missing('root')];
    const evidence = { ...challenged(null), resourceMetadata: nowhere };
    const codes = codesOn(evidence);
    expect(codes.slice(0, 2)).toEqual(['F20', 'F24']);
    expect(mode.followsFrom).toContain('F24');
  });
});

test.each(['Bearer', 'Basic realm="x"'])(
  'RS-03: %j is a header that says nothing: a warning where the address can be guessed',
  (header) => {
    expect(onlyFinding(mode, challenged(header))).toMatchObject({
      title: 'The 401 does not name your resource metadata',
      severity: 'warning',
      evidence: [{ value: header }],
    });
  },
);

test('a Bearer challenge that says anything is read by F22', () => {
  expect(codesOn(challenged('Bearer realm="x"'))).toEqual(['F22']);
});

test('a challenge that names the metadata under another scheme is not without a name', () => {
  const name =
    'resource_metadata="https://mcp.example.com/.well-known/oauth-protected-resource/mcp"';
  expect(findingsOf(mode, challenged(`DPoP ${name}`))).toEqual([]);
});

test('the healthy header is fine', () => {
  expect(findingsOf(mode, healthyEvidence())).toEqual([]);
});

test('another status than 401 is F21’s, header or not', () => {
  const evidence = healthyEvidence({ first: contacts({ post: 403 }) });
  expect(codesOn(evidence)).toEqual(['F21']);
});
