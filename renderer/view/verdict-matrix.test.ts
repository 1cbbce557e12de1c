import { describe, expect, test } from 'vitest';
import { CLIENT_IDS } from '../../main/contract/words.ts';
import type { Run } from '../store/diagnoses.ts';
import { SAMPLE_OVERVIEW } from '../testing/sample-overview.ts';
import { SAMPLE_REPORT } from '../testing/sample-report.ts';
import { verdictMatrix } from './verdict-matrix.ts';

const [server] = SAMPLE_OVERVIEW.servers;
const named = (id: string) => ({ ...server!, id, name: id });
const finished = (change: object): Run => ({
  phase: 'finished',
  report: {
    ...SAMPLE_REPORT,
    targets: SAMPLE_REPORT.targets.map((one) => ({ ...one, ...change })),
  },
});
const NOTHING = { rootCause: null, findings: [] };

describe('the matrix of servers and clients', () => {
  test('without a check it has rows, no column and nothing to begin with', () => {
    const matrix = verdictMatrix([named('a'), named('b')], {});
    expect([matrix.rows.length, matrix.clients, matrix.lead]).toEqual([2, [], null]);
  });

  test('its columns are the clients that any server was judged for, in the usual order', () => {
    const [one, two] = [...(SAMPLE_REPORT.targets[0]?.verdicts ?? [])];
    const runs = {
      'server:a': finished({ verdicts: [two] }),
      'server:b': finished({ verdicts: [one] }),
    };
    const { clients } = verdictMatrix([named('a'), named('b')], runs);
    const both = new Set([one?.client, two?.client]);
    expect(clients).toEqual(CLIENT_IDS.filter((id) => both.has(id)));
    expect(clients).toHaveLength(2);
  });

  test('what stops a client comes before what is a risk, whatever the order of the list', () => {
    const findings = (SAMPLE_REPORT.targets[0]?.findings ?? []).map((one) => ({
      ...one,
      severity: 'warning' as const,
    }));
    const runs = {
      'server:a': finished({ ...NOTHING, findings }),
      'server:b': finished({}),
      'server:c': finished(NOTHING),
    };
    const { lead, rows } = verdictMatrix([named('a'), named('b'), named('c')], runs);
    expect(rows.map(({ first }) => first?.blocks)).toEqual([false, true, undefined]);
    expect(lead?.server.id).toBe('b');
  });
});
