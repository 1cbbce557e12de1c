import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { AppliedRepair, RepairPlan } from '../../main/contract/repair-calls.ts';
import type { JournalEntry, RepairCheck } from '../../main/contract/repair.ts';
import { CLIENT_WORDS, OUTCOME_WORDS } from '../../main/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { StateMark, StateWord } from '../parts/state-mark.tsx';
import { useActions, useApp } from '../store/app-context.tsx';
import { keyOfTarget } from '../store/diagnoses.ts';
import { leadingFinding } from '../view/arrange-findings.ts';
import { OUTCOME_MARKS, type Mark } from '../view/mark.ts';
import { DiffView } from './diff-view.tsx';
import { NotEnded } from './journal-page.tsx';
import { usePlan } from './use-plan.ts';
import { AFTER, CHECK_TEXTS, FIX } from './texts.ts';

export const CHECK_MARKS: Record<RepairCheck['result'], Mark> = {
  gone: 'circle',
  'still-there': 'triangle',
  worse: 'square',
  'not-seen': 'ring',
};

type Target = Extract<RepairPlan, { kind: 'fix' }>['target'];

/** What happened, and what comes next. */
export function AfterView(props: {
  readonly plan: RepairPlan;
  readonly applied: AppliedRepair;
}): ReactNode {
  const { applied, plan } = props;
  if (applied.kind === 'done') return <Done plan={plan} entry={applied.entry} />;
  return <NotDone plan={plan} applied={applied} />;
}

/** The button that was pressed is gone: the focus goes to what came of it. */
function useHeadline(): RefObject<HTMLHeadingElement | null> {
  const headline = useRef<HTMLHeadingElement>(null);
  useEffect(() => headline.current?.focus(), []);
  return headline;
}

function NotDone(props: {
  readonly plan: RepairPlan;
  readonly applied: Exclude<AppliedRepair, { kind: 'done' }>;
}): ReactNode {
  const { applied, plan } = props;
  const { plans } = usePlan(plan);
  const headline = useHeadline();
  return (
    <section className="first">
      <p className="state caption">
        <StateMark mark={applied.kind === 'refused' ? 'square' : 'ring'} />
        {AFTER.notDone}
      </p>
      <h2 className="headline" ref={headline} tabIndex={-1}>
        {applied.why}
      </h2>
      {applied.kind === 'refused' ? <p className="prose">{applied.whatToDo}</p> : null}
      <p className="buttons">
        <Button kind="main" onPress={() => plans.forget(plan)}>
          {FIX.again}
        </Button>
      </p>
    </section>
  );
}

function Done(props: { readonly plan: RepairPlan; readonly entry: JournalEntry }): ReactNode {
  const { entry, plan } = props;
  const { look, checkAside } = useActions();
  const headline = useHeadline();
  const target = plan.kind === 'fix' ? plan.target : null;
  // The screens behind this one show what is true now, and nobody has to ask for it.
  useEffect(() => {
    void look();
    if (target !== null) void checkAside(target);
  }, [look, checkAside, target]);
  return (
    <>
      <section className="first">
        <p className="state caption">
          <StateMark mark={headMark(entry)} />
          {entry.title}
        </p>
        <h2 className="headline" ref={headline} tabIndex={-1}>
          {headlineOf(entry)}
        </h2>
        <p className="prose">{entry.next}</p>
        <Next plan={plan} entry={entry} target={target} />
      </section>
      <WrittenOver id={entry.id} />
      <Checks checks={entry.checks} />
      {target === null ? null : <Verdict target={target} />}
      <Section title={AFTER.changed}>
        {entry.changes.map((change, index) => (
          <DiffView key={index} change={change} />
        ))}
      </Section>
    </>
  );
}

/** The client has started since and wrote its file anew: one click does the change again. */
// SECURITY: G11
function WrittenOver(props: { readonly id: string }): ReactNode {
  const now = useApp(({ journal }) => journal.find(({ id }) => id === props.id));
  return now?.state === 'wiped' ? <NotEnded entries={[now]} /> : null;
}

function Next(props: {
  readonly plan: RepairPlan;
  readonly entry: JournalEntry;
  readonly target: Target;
}): ReactNode {
  const { go } = useActions();
  const { entry, plan, target } = props;
  const undo = { kind: 'undo', entry: entry.id } as const;
  const helped = didHelp(entry);
  return (
    <p className="buttons">
      {helped ? <NextFix target={target} after={plan} /> : null}
      {entry.undoable ? (
        <Button
          kind={helped ? 'plain' : 'main'}
          onPress={() =>
            go({
              screen: 'fix',
              props: {
                plan: undo,
                title: `${AFTER.undo}: ${entry.title}`,
                choices: [],
                at: Date.now(),
              },
            })
          }
        >
          {AFTER.undo}
        </Button>
      ) : null}
      {target === null ? null : (
        <Button onPress={() => go({ screen: 'diagnosis', props: { target } })}>
          {AFTER.toReport}
        </Button>
      )}
      <Button onPress={() => go({ screen: 'journal', props: {} })}>{AFTER.journal}</Button>
    </p>
  );
}

/** What the report of the check afterwards says to fix first, where that is another fix. */
function NextFix(props: { readonly target: Target; readonly after: RepairPlan }): ReactNode {
  const { target, after } = props;
  const { go } = useActions();
  const run = useApp(({ diagnoses }) =>
    target === null ? undefined : diagnoses.runs[keyOfTarget(target)],
  );
  const report = run?.phase === 'finished' ? run.report.targets[0] : undefined;
  const fixes = report === undefined ? [] : (leadingFinding(report)?.finding.fixes ?? []);
  const [first] = fixes;
  if (first === undefined || target === null) return null;
  if (after.kind === 'fix' && after.fix === first.id) return null;
  const plan = { kind: 'fix', target, fix: first.id, answers: {} } as const;
  return (
    <Button
      kind="main"
      onPress={() =>
        go({ screen: 'fix', props: { plan, title: first.title, choices: fixes, at: Date.now() } })
      }
    >
      {AFTER.next(first.title)}
    </Button>
  );
}

/** Each check with its mark, its word and its sentence. */
function Checks(props: { readonly checks: readonly RepairCheck[] }): ReactNode {
  if (props.checks.length === 0) return null;
  return (
    <Section title={AFTER.checks}>
      <ul className="list lines">
        {props.checks.map(({ what, result, says }, index) => (
          <li key={index}>
            <span className="after-check">
              {what} <StateWord mark={CHECK_MARKS[result]} word={CHECK_TEXTS[result]} />
            </span>
            <span className="quiet">{says}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The verdicts of the check that followed; its place is there before they are. */
function Verdict(props: { readonly target: NonNullable<Target> }): ReactNode {
  const run = useApp(({ diagnoses }) => diagnoses.runs[keyOfTarget(props.target)]);
  const verdicts = run?.phase === 'finished' ? (run.report.targets[0]?.verdicts ?? []) : null;
  return (
    <Section title={AFTER.verdict}>
      {verdicts === null ? (
        <p className="hint">{AFTER.verdictBusy}</p>
      ) : (
        <ul className="list after-verdicts">
          {verdicts.map(({ client, outcome }) => (
            <li key={client}>
              {CLIENT_WORDS[client]}
              <StateWord mark={OUTCOME_MARKS[outcome]} word={OUTCOME_WORDS[outcome]} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The one sentence about what became of a plan. */
export function afterHeadline(applied: AppliedRepair): string {
  return applied.kind === 'done' ? headlineOf(applied.entry) : `${AFTER.notDone} ${applied.why}`;
}

function headlineOf({ kind, checks }: JournalEntry): string {
  const results = checks.map(({ result }) => result);
  if (results.includes('worse')) return AFTER.worse;
  if (results.includes('still-there')) return kind === 'undo' ? AFTER.undone : AFTER.notHelped;
  if (kind !== 'fix') return kind === 'undo' ? AFTER.undone : AFTER.restored;
  if (results.length === 0) return AFTER.done;
  return results.includes('not-seen') ? AFTER.unsure : AFTER.helped;
}

function headMark(entry: JournalEntry): Mark {
  if (!didHelp(entry)) return 'square';
  return entry.checks.some(({ result }) => result === 'not-seen') ? 'ring' : 'circle';
}

function didHelp({ kind, checks }: JournalEntry): boolean {
  if (kind !== 'fix') return !checks.some(({ result }) => result === 'worse');
  return !checks.some(({ result }) => result === 'worse' || result === 'still-there');
}
