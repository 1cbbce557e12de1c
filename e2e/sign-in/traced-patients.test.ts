import { describe, expect, test } from 'vitest';
import { REQUIREMENTS } from '../../main/engine/requirements/index.generated.ts';
import { RULES } from '../../main/engine/run/rules.ts';
import { replayTrace } from '../../main/engine/run/trace.ts';
import { findBrowser, thisMachine } from '../../main/hosts/shared/find-browser.ts';
import * as exceptions from './patient-exceptions.ts';
import { promiseOf, SIGN_IN_ROWS, type SignInRow } from './patient-table.ts';
import { tracePatient, type TracedPatient } from './trace-patient.ts';
import { twoAtOnce } from './two-at-once.ts';

const hasBrowser = findBrowser(thisMachine()) !== null;
/** Some wait until a token has ended; all share two processors. */
const LIMIT_MS = 120_000;

describe.concurrent('a traced sign-in names the cause, and nothing else', () => {
  for (const row of SIGN_IN_ROWS)
    test(promiseOf(row), { timeout: LIMIT_MS }, async (context) => {
      if (!hasBrowser) context.skip('no browser is installed');
      const { patient, thorough } = row;
      const traced = await twoAtOnce(() => tracePatient(patient.name, { thorough }));
      const seen = seenIn(traced);
      const { expect } = context;
      expect(seen.codes).toEqual(expect.arrayContaining([...patient.expects]));
      expect(seen.rootCause).toBe(row.rootCause);
      expect(without(seen.errors, patient.expects)).toEqual(row.otherErrors);
      expect(seen.ends).toEqual(patient.ends);
      expect(seen.verdict).toBe(row.verdict);
      expect(seen.headline).toMatch(row.headline);
      if (isIn(row) && row.rootCause !== null) expect(seen.told).toContain(row.rootCause);
      if (isKnown(row.requirement)) expect(seen.broken).toContain(row.requirement);
      expect(without(seen.mustBroken, [patient.requirement])).toEqual(row.otherBroken);
      if (patient.expects.length === 0) expect(seen.faults).toEqual([]);
      expect(replayed(traced)).toEqual(traced.report);
    });
});

describe.concurrent('the healthy pair is signed in to and out of', () => {
  for (const oneOrigin of [false, true])
    test(oneOrigin ? 'on one origin' : 'on two', { timeout: LIMIT_MS }, async (context) => {
      if (!hasBrowser) context.skip('no browser is installed');
      const traced = await twoAtOnce(() => tracePatient('healthy', { setting: { oneOrigin } }));
      const { faults, verdict, rootCause, mustBroken } = seenIn(traced);
      const { signIn } = traced.report.targets[0]!;
      const trace = traced.file.evidence.signIn?.trace;
      const round = trace?.rounds[0];
      context.expect({ faults, verdict, rootCause, mustBroken }).toEqual({
        ...{ faults: [], verdict: 'works', rootCause: null, mustBroken: [] },
      });
      context.expect(replayed(traced)).toEqual(traced.report);
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
  for (const [name, why] of Object.entries(exceptions.NOT_TRACED)) {
    expect(traced).not.toContain(name);
    expect(why).toMatch(/\.$/);
  }
});

function seenIn({ report, file }: TracedPatient) {
  const { findings, specification, verdicts, rootCause, signIn } = report.targets[0]!;
  const broken = specification.filter((one) => one.state === 'broken');
  const errors = findings.filter((one) => one.severity === 'error' && one.consequenceOf === null);
  return {
    rootCause,
    codes: findings.map((one) => one.code),
    errors: errors.map((one) => one.code),
    faults: findings.filter((one) => one.severity !== 'advice').map((one) => one.code),
    broken: broken.map((one) => one.id),
    mustBroken: broken.filter((one) => one.level.startsWith('MUST')).map((one) => one.id),
    ends: {
      page: file.evidence.signIn?.trace?.rounds.at(-1)?.ending?.kind,
      outcome: signIn?.outcome,
    },
    verdict: verdicts.find((one) => one.client === signIn?.as)?.outcome,
    headline: signIn?.headline,
    /** Where it went well, what is wrong all the same: a part that does not work, or its finding. */
    told: / (?:does|do) not\.$/.test(signIn?.headline ?? '') ? rootCause : signIn?.next,
  };
}

/** The saved file, read back as text and judged again. */
function replayed({ file }: TracedPatient) {
  return replayTrace(JSON.stringify(file), RULES);
}

function without(all: readonly string[], some: readonly (string | null)[]): readonly string[] {
  return all.filter((one) => !some.includes(one));
}

function isIn({ patient: { ends } }: SignInRow): boolean {
  return ends?.outcome === 'signed-in';
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

test('every exception is of a patient that is traced', () => {
  const traced = SIGN_IN_ROWS.map(({ patient }) => patient.name);
  const { ADVICE_ONLY, ALSO_BROKEN, BESIDES, BY_ANOTHER, VERDICTS } = exceptions;
  const all = [ADVICE_ONLY, ALSO_BROKEN, BESIDES, BY_ANOTHER, VERDICTS].flatMap(Object.keys);
  expect(all.filter((name) => !traced.includes(name))).toEqual([]);
});
