import { describe, expect, it } from 'vitest';
import { AppError } from '../../../contract/errors.ts';
import type { Finding, Report, TargetReport, Verdict } from '../../../contract/report.ts';
import type { Outcome } from '../../../contract/words.ts';
import { sampleMachine } from '../../testing/sample-machine.ts';
import type { Look } from '../journal/journal-event.ts';
import { call, repairRig } from '../testing/repair-rig.ts';
import { checkAgain } from './check-again.ts';

const AT = Date.UTC(2026, 10, 24, 10);

function finding(changes: Partial<Finding> = {}): Finding {
  return {
    ...{ code: 'F20', title: 'No challenge', severity: 'error', category: 'deployment' },
    ...{ step: 'challenge', confidence: 'certain', clients: [], requirements: [] },
    ...{ explanation: '', whatToDo: '', snippet: null, evidence: [], consequenceOf: null },
    ...{ fixes: [], references: [] },
    ...changes,
  };
}

function target(
  findings: readonly Finding[],
  outcome: Outcome = 'works',
  changes: Partial<TargetReport> = {},
): TargetReport {
  const verdict: Verdict = {
    ...{ client: 'claude-code', version: null, outcome, step: 'call', cause: null },
    ...{ confidence: 'certain', why: 'Because.', stopsAt: null, sees: null },
  };
  const names = [{ client: 'claude-code', scope: 'user', file: 'f', pointer: '/a', name: 'acme' }];
  return {
    ...{ id: 'acme-dev', url: 'https://acme.dev/mcp', transport: 'http' },
    ...{ names: names as TargetReport['names'], rootCause: findings[0]?.code ?? null },
    ...{ verdicts: [verdict], findings: [...findings], specification: [], incidents: [] },
    ...{ registrationTried: false, leftBehind: [], signIn: null, stored: [], trace: [] },
    ...changes,
  };
}

function report(targets: readonly TargetReport[], changes: Partial<Report> = {}): Report {
  const machine = { installs: [], configs: [], logs: [], facts: [], findings: [] };
  return {
    ...{ schema: 'unblank.report/1', tool: { name: 'unblank', version: '1' }, startedAt: '' },
    ...{ durationMs: 1, complete: true, targets: [...targets], notExamined: [] },
    machine: { os: 'linux', ...machine },
    ...changes,
  };
}

const LOOK: Look = {
  ...{ offer: 'fix-00000000', code: 'F20', title: 'No challenge', step: 'challenge' },
  ...{ place: 'acme-dev', offline: false, local: false, traced: false, target: 'acme-dev' },
  ...{ names: [{ client: 'claude-code', name: 'acme' }], spots: [], told: false },
  ...{ verdicts: [{ client: 'claude-code', outcome: 'at-risk' }], errors: ['F20'], whole: [] },
};

/** What a look comes to where runs say this: of this machine alone, and of the server. */
async function looked(look: Partial<Look>, here: Report, there: Report | Error = here) {
  const asked: string[] = [];
  const rig = repairRig({
    fixes: [],
    diagnose: async ({ choice, offline }) => {
      asked.push(
        `${offline ? 'here' : 'there'} ${choice.kind === 'target' ? choice.id : choice.kind}`,
      );
      const said = offline ? here : there;
      if (said instanceof Error) throw said;
      return { report: said, machine: sampleMachine() };
    },
  });
  const checks = await checkAgain({ ...LOOK, ...look }, AT, call(), rig.options);
  return { checks, asked, results: checks.map(({ result }) => result) };
}

const SAME = report([target([finding()], 'blocked')]);
const GONE = report([target([])]);

describe('the smallest failing check, then the whole verdict', () => {
  it('asks the server where only that shows it', async () => {
    const { results, asked, checks } = await looked({}, SAME, GONE);
    expect(results).toEqual(['gone', 'gone']);
    expect(asked).toEqual(['here everything', 'there acme-dev']);
    expect(checks[1]?.says).toBe('Claude Code: works.');
  });

  it('needs this machine alone where that shows it, and then asks for the whole', async () => {
    const { results } = await looked({ local: true }, GONE, SAME);
    expect(results).toEqual(['gone', 'still-there']);
  });

  it('names the next thing where another stops it', async () => {
    const next = finding({ code: 'F30', title: 'No metadata', step: 'server-metadata' });
    const { checks } = await looked({ errors: [] }, SAME, report([target([next], 'blocked')]));
    expect(checks[1]).toMatchObject({
      result: 'still-there',
      says: 'Claude Code: blocked. Next: No metadata (F30).',
    });
  });

  it('holds the whole against the clients that use the server', async () => {
    const [own] = target([]).verdicts;
    const verdicts = [
      own!,
      { ...own!, client: 'claude-hosted' as const, outcome: 'blocked' as const },
    ];
    const { checks } = await looked({}, SAME, report([target([], 'works', { verdicts })]));
    expect(checks[1]).toMatchObject({ result: 'gone', says: 'Claude Code: works.' });
  });

  it('contacts nobody where nobody may be contacted', async () => {
    const { results, asked } = await looked({ offline: true }, SAME, new Error('asked'));
    expect(results).toEqual(['not-seen']);
    expect(asked).toEqual(['here everything']);
  });

  it('follows a server whose address was changed, by its name', async () => {
    const moved = report([target([], 'works', { id: 'acme-dev-mcp' })]);
    const { results, asked } = await looked({}, moved);
    expect(asked).toEqual(['here everything', 'there acme-dev-mcp']);
    expect(results).toEqual(['gone', 'gone']);
  });

  it('says that a server is not configured any more', async () => {
    const { checks } = await looked({}, report([]));
    expect(checks).toEqual([
      expect.objectContaining({
        result: 'not-seen',
        says: expect.stringContaining('not configured'),
      }),
    ]);
    expect((await looked({ local: true }, report([]))).results).toEqual(['gone']);
  });
});

describe('worse is', () => {
  it('a verdict that dropped', async () => {
    const dropped = report([target([], 'blocked')]);
    expect((await looked({ local: true }, dropped)).results[0]).toBe('worse');
    expect((await looked({ whole: LOOK.verdicts }, GONE, dropped)).results).toContain('worse');
  });

  it('an error that was not there and lies no further on the way', async () => {
    const fresh = (step: Finding['step']) =>
      report([target([finding({ code: 'F99', title: 'New', step })], 'at-risk')]);
    expect((await looked({ local: true }, fresh('reach'))).results[0]).toBe('worse');
    expect((await looked({ local: true }, fresh('token'))).results[0]).toBe('gone');
  });
});

/** A finding of which only a log speaks. */
function told(last: number) {
  const at = new Date(last).toISOString();
  const line = { file: 'l', line: 1, text: 'x', count: 1 } as const;
  const log = { kind: 'log', ...line, time: at, first: at, last: at } as const;
  return report([target([finding({ evidence: [log] })], 'at-risk')]);
}

it('what was seen otherwise is gone where only an old log still tells it', async () => {
  expect((await looked({ local: true, told: false }, told(AT - 1))).results[0]).toBe('gone');
  expect((await looked({ local: true, told: false }, told(AT + 1))).results[0]).toBe('still-there');
});

describe('not seen is', () => {
  it('what a log told before the change', async () => {
    const look = { local: true, told: true };
    expect((await looked(look, told(AT - 1))).results[0]).toBe('not-seen');
    expect((await looked(look, told(AT + 1))).results[0]).toBe('still-there');
  });

  it('what could not be judged this time', async () => {
    const unseen = {
      notExamined: [{ what: 'F19 Other; F20 No challenge', why: 'It did not answer.' }],
    };
    const { checks } = await looked({ local: true }, report([target([])], unseen));
    expect(checks[0]).toMatchObject({ result: 'not-seen', says: 'It did not answer.' });
    const cut = report([target([])], { complete: false });
    expect((await looked({ local: true }, cut)).results[0]).toBe('not-seen');
  });

  it('a run that breaks off, by a mistake or by a known failure', async () => {
    const known = new AppError('unknown-target');
    expect((await looked({}, SAME, known)).checks[0]?.says).toBe(known.message);
    expect((await looked({}, SAME, new Error('bug'))).results).toEqual(['not-seen']);
  });

  it('what only a traced sign-in shows', async () => {
    expect(await looked({ traced: true }, GONE)).toMatchObject({
      results: ['not-seen'],
      asked: [],
    });
  });
});

describe('the same finding is', () => {
  const at = (pointer: string) =>
    finding({
      evidence: [{ kind: 'file', file: 'f', line: 1, column: 1, pointer, excerpt: null }],
    });

  it('one at the same place, wherever its line is now', async () => {
    const look = { local: true, spots: ['f /a'] };
    expect((await looked(look, report([target([at('/a')])]))).results[0]).toBe('still-there');
    expect((await looked(look, report([target([at('/b')])]))).results[0]).toBe('gone');
  });
});
