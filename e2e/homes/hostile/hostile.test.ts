import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportSchema, type Report } from '../../../main/contract/report.ts';
import { builtCli } from '../../testing/built-cli.ts';
import { STOLEN, withHostileHome, type HostileHome } from './hostile-home.ts';
import { ODD_FILES } from './odd-files.ts';
import { ODD_TEXTS } from './odd-texts.ts';

const LIMIT_MS = 10_000;
/** Making 200,000 files takes a while, and is not what is measured. */
const WITH_MAKING_MS = 90_000;
const ALL: readonly HostileHome[] = [...ODD_FILES, ...ODD_TEXTS];

/** Controls but the end of a line and a tab, and marks that turn the writing round. */
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

let cli: Awaited<ReturnType<typeof builtCli>>;
beforeAll(async () => {
  cli = await builtCli();
}, WITH_MAKING_MS);
afterAll(() => cli.remove());

describe('G3 G8 H13 L2: whatever lies in a home', () => {
  test.each(ALL)('$name', { timeout: WITH_MAKING_MS }, async (one) => {
    await withHostileHome(one, async ({ home }) => {
      const check = ['check', '--offline', '--home', home, '--os', 'linux', '--fail-on', 'never'];
      const [asText, asJson] = await Promise.all([
        timed(() => cli.run(check)),
        timed(() => cli.run([...check, '--json'])),
      ]);
      for (const { ms, code, stdout, stderr } of [asText, asJson]) {
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(ms).toBeLessThan(LIMIT_MS);
        expect(stdout).not.toContain(STOLEN);
        for (const never of one.never ?? []) expect(stdout).not.toMatch(never);
      }
      expect(UNSEEN.exec(asText.stdout)).toBeNull();
      const report = reportSchema.parse(JSON.parse(asJson.stdout));
      expect(stringsIn(report).filter((text) => UNSEEN.test(text))).toEqual([]);
      expect(namesIn(report)).toEqual(expect.arrayContaining([...(one.keeps ?? [])]));
    });
  });

  test('a forged line is laid at nobody’s door but its writer’s', async () => {
    const forged = ODD_TEXTS.find(({ name }) => name === 'log lines that a server forged')!;
    await withHostileHome(forged, async ({ home }) => {
      const check = ['check', '--offline', '--home', home, '--os', 'linux', '--fail-on', 'never'];
      const { stdout } = await cli.run([...check, '--json']);
      const { targets } = reportSchema.parse(JSON.parse(stdout));
      const acme = targets.find(({ names }) => names.some((one) => one.name === 'acme'));
      expect([acme?.findings, acme?.incidents]).toEqual([[], []]);
    });
  });
});

async function timed<T>(work: () => Promise<T>): Promise<T & { readonly ms: number }> {
  const started = performance.now();
  const result = await work();
  return { ...result, ms: performance.now() - started };
}

function namesIn({ machine }: Report): readonly string[] {
  return machine.configs.flatMap((one) => one.servers);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
