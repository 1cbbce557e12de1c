import { describe, expect, test } from 'vitest';
import { CLAUDE_HOSTED_REGISTERS } from '../clients/registers/claude-hosted.ts';
import { ISSUER } from '../testing/exchange-builders.ts';
import { startTrace } from '../testing/trace-rig.ts';
import { RULES } from './rules.ts';
import { replayTrace } from './trace.ts';

const CALLBACK = 'https://claude.ai/api/mcp/auth_callback';

/** Signs in as hosted Claude to a healthy server with public names over https. */
async function traceAsHosted() {
  const rig = startTrace({ request: { as: 'claude-hosted' } });
  const { ports } = rig;
  const sent = (path: string) =>
    ports.http.requests.filter((one) => one.url === `${ISSUER}${path}` && one.method === 'POST');
  return { ...(await rig.result), way: rig.way, ports, sent };
}

describe('a sign-in that is traced as hosted Claude', () => {
  test('comes back to the callback of hosted Claude and ends signed in', async () => {
    const { report, way, ports } = await traceAsHosted();
    const { signIn, verdicts, rootCause, findings } = report.targets[0]!;
    expect(findings.filter(({ severity }) => severity !== 'advice')).toEqual([]);
    expect([signIn?.outcome, signIn?.rounds, rootCause]).toEqual(['signed-in', 1, null]);
    expect(verdicts.find(({ client }) => client === 'claude-hosted')?.outcome).toBe('works');
    expect(way.opened.map((one) => one.redirectUri)).toEqual([CALLBACK]);
    const asked = new URL(way.visited[0]!).searchParams;
    expect(asked.get('redirect_uri')).toBe(CALLBACK);
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect([way.openPages, ports.http.openSessions, ports.clock.pending]).toEqual([0, 0, 0]);
  });

  test('registers as hosted Claude does, once, and redeems with its redirect URI', async () => {
    const { sent } = await traceAsHosted();
    const bodies = sent('/register').map(({ body }) => JSON.parse(body ?? '') as unknown);
    expect(bodies).toEqual([CLAUDE_HOSTED_REGISTERS.body]);
    const [redeemed] = sent('/token')
      .map(({ body }) => new URLSearchParams(body ?? ''))
      .filter((form) => form.get('grant_type') === 'authorization_code');
    expect(redeemed?.get('redirect_uri')).toBe(CALLBACK);
  });

  test('says the same again when its file is replayed, and no secret is in either', async () => {
    const { report, file } = await traceAsHosted();
    const text = JSON.stringify(file);
    expect(replayTrace(text, RULES)).toEqual(report);
    expect(text + JSON.stringify(report)).not.toMatch(/issued-(?:access|refresh|code)/);
  });

  test('opens nothing for an address that Claude’s cloud does not go to', async () => {
    for (const url of ['http://mcp.example.com/mcp', 'https://127.0.0.1:8443/mcp']) {
      const { result, way } = startTrace({
        request: { as: 'claude-hosted', choice: { kind: 'urls', urls: [url] } },
      });
      const { trace } = (await result).file.evidence.signIn!;
      expect(trace?.neverStarted).toMatchObject({ step: 'reach', cause: 'F05' });
      expect([trace?.end, way.opened]).toEqual(['never started', []]);
    }
  });
});
