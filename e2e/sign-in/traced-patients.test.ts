import { describe, expect, test } from 'vitest';
import { REQUIREMENTS } from '../../main/engine/requirements/index.generated.ts';
import { findBrowser, thisMachine } from '../../main/hosts/shared/find-browser.ts';
import { NOT_TRACED, promiseOf, SIGN_IN_ROWS, type SignInRow } from './patient-table.ts';
import { tracePatient, type TracedPatient } from './trace-patient.ts';
import { twoAtOnce } from './two-at-once.ts';

const hasBrowser = findBrowser(thisMachine()) !== null;
/** Some wait until a token has ended; all share two processors. */
const LIMIT_MS = 120_000;

describe.concurrent('a traced sign-in names the cause', () => {
  for (const row of SIGN_IN_ROWS)
    test(promiseOf(row), { timeout: LIMIT_MS }, async (context) => {
      if (!hasBrowser) context.skip('no browser is installed');
      const { patient, thorough } = row;
      const traced = await twoAtOnce(() => tracePatient(patient.name, { thorough }));
      const { codes } = seenIn(traced);
      context.expect(codes).toEqual(context.expect.arrayContaining([...patient.expects]));
      context.expect(endsOf(traced, row)).toEqual(patient.ends);
      if (row.showsRequirement && isKnown(patient.requirement))
        context.expect(seenIn(traced).broken).toContain(patient.requirement);
      if (patient.expects.length === 0) context.expect(seenIn(traced).faults).toEqual([]);
    });
});

describe.concurrent('the healthy pair is signed in to and out of', () => {
  for (const oneOrigin of [false, true])
    test(oneOrigin ? 'on one origin' : 'on two', { timeout: LIMIT_MS }, async (context) => {
      if (!hasBrowser) context.skip('no browser is installed');
      const traced = await twoAtOnce(() => tracePatient('healthy', { setting: { oneOrigin } }));
      const { faults } = seenIn(traced);
      const { signIn } = traced.report.targets[0]!;
      const trace = traced.file.evidence.signIn?.trace;
      const round = trace?.rounds[0];
      context.expect(faults).toEqual([]);
      context.expect([signIn?.outcome, signIn?.rounds]).toEqual(['signed-in', 1]);
      const steps = {
        token: statusOf(round?.token),
        legacy: statusOf(round?.legacyCall),
        modern: statusOf(round?.modernCall),
        list: statusOf(round?.list),
        refresh: statusOf(trace?.refresh?.exchange),
        refreshed: statusOf(trace?.refresh?.call),
        revocation: statusOf(trace?.revocation),
        revoked: statusOf(trace?.afterRevocation),
      };
      const [ok, refused] = [200, 401];
      context.expect(steps).toEqual({
        ...{ token: ok, legacy: ok, modern: ok, list: ok },
        ...{ refresh: ok, refreshed: ok, revocation: ok, revoked: refused },
      });
      context.expect(trace?.refresh?.rotation).toBe('new');
      const deleted = traced.requests.filter(({ method }) => method === 'DELETE');
      context.expect(deleted.map(({ status }) => status)).toContain(204);
    });
});

test('what is not traced is broken in a way that a sign-in would show, and says why it is not', () => {
  const traced = SIGN_IN_ROWS.map(({ patient }) => patient.name);
  for (const [name, why] of Object.entries(NOT_TRACED)) {
    expect(traced).not.toContain(name);
    expect(why).toMatch(/\.$/);
  }
});

function seenIn({ report }: TracedPatient) {
  const { findings, specification } = report.targets[0]!;
  return {
    codes: findings.map((one) => one.code),
    faults: findings.filter((one) => one.severity !== 'advice').map((one) => one.code),
    broken: specification.filter((one) => one.state === 'broken').map((one) => one.id),
  };
}

/** As the patient has it, or nothing where it says nothing. */
function endsOf({ report, file }: TracedPatient, { patient: { ends } }: SignInRow) {
  const ending = file.evidence.signIn?.trace?.rounds.at(-1)?.ending;
  const outcome = report.targets[0]!.signIn?.outcome;
  return ends === undefined ? undefined : { page: ending?.kind, outcome };
}

function statusOf(
  exchange:
    | { readonly outcome: { readonly kind: string; readonly response?: { status: number } } }
    | null
    | undefined,
): number | null {
  return exchange?.outcome.response?.status ?? null;
}

function isKnown(id: string | null): boolean {
  return REQUIREMENTS.some((one) => one.id === id);
}
