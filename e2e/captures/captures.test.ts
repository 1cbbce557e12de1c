import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../build/build.ts';
import { evidenceText } from './evidence-text.ts';
import { examineCapture } from './examine-capture.ts';
import { FAULTS, UNWRITTEN } from './expected.ts';
import { judgeCaptures } from './judge-captures.ts';
import { reducedCaptures } from './reduced-captures.ts';

const captures = reducedCaptures();
const judged = await judgeCaptures(captures);

/** A recorded run some minutes later, in a session of its own. */
function later(log: string, minutes: number): string {
  const moved = (time: string): string =>
    new Date(Date.parse(time) + minutes * 60_000).toISOString();
  return log
    .replaceAll(/(?<="timestamp":")[^"]+/g, moved)
    .replaceAll(/(?<="sessionId":")/g, String(minutes));
}

describe('what real clients left behind', () => {
  it('leads offline to the recorded fault wherever the client wrote enough, and else to none', () => {
    const wrong = judged
      .filter(({ kind }) => kind === 'missed' || kind === 'false alarm')
      .map(({ examined: { capture }, kind }) => [capture.scenario, capture.client, kind]);
    expect(wrong).toEqual([]);
  });

  it('is what docs/local-evidence.md says', () => {
    const file = path.join(ROOT, 'docs', 'local-evidence.md');
    expect(readFileSync(file, 'utf8')).toBe(evidenceText(judged));
  });

  it('excuses nothing that is found', () => {
    const unseen = judged
      .filter(({ kind }) => kind === 'unseen')
      .map(({ examined: { capture } }) => capture);
    for (const key of Object.keys(UNWRITTEN)) {
      const used = unseen.some(({ scenario, client, version }) =>
        [scenario, `${scenario} ${client} ${version}`].includes(key),
      );
      expect([key, used]).toEqual([key, true]);
    }
  });

  it('is a loop where the sign-in was made again and again', async () => {
    const once = captures.find(
      ({ scenario, version }) => scenario === 'token-then-401' && version === '2.1.330',
    );
    const again = [0, 1, 2].flatMap((round) => once?.logs.map((log) => later(log, round)) ?? []);
    const { incidents } = await examineCapture({ ...once!, logs: again });
    expect(incidents.filter(({ kind }) => kind === 'loop')).toMatchObject([
      { rounds: 3, periodSeconds: 60, ended: 'needs-sign-in', code: 'F83' },
    ]);
  });

  it('was recorded with every client for every fault', () => {
    expect(new Set(captures.map(({ scenario }) => scenario))).toEqual(new Set(Object.keys(FAULTS)));
    expect(captures).toHaveLength(3 * Object.keys(FAULTS).length);
  });

  it('holds no token and no host of anybody (H2)', () => {
    const text = JSON.stringify(captures);
    expect(text).not.toMatch(/at-\d|rt-\d|code_verifier=|code_challenge=[^%]|\/home\//);
    expect(
      text.match(/https?:\/\/(?!127\.0\.0\.1:4000|localhost:|claude\.ai\/|evil\.example\.com)/g),
    ).toBe(null);
  });
});
