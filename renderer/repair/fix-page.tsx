import { Square } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { describeError } from '../../main/contract/errors.ts';
import type { Finding } from '../../main/contract/report.ts';
import type { RepairPlan } from '../../main/contract/repair-calls.ts';
import type { Preview } from '../../main/contract/repair.ts';
import { BackButton } from '../parts/back-button.tsx';
import { Button } from '../parts/button.tsx';
import { ErrorCard } from '../parts/error-card.tsx';
import { useActions } from '../store/app-context.tsx';
import { AfterView, afterHeadline } from './after-view.tsx';
import { AsksForm, type Answers } from './asks-form.tsx';
import type { Busy, PlanState } from './plan-states.ts';
import { Blocked, PlanView } from './plan-view.tsx';
import { APPLY_TEXTS, FIX } from './texts.ts';
import { usePlan } from './use-plan.ts';
import { useQuitting, type IsRunning } from './use-quitting.ts';

export interface FixProps {
  readonly plan: RepairPlan;
  readonly title: string;
  /** All fixes of the finding; one is chosen where there are several. */
  readonly choices: Finding['fixes'];
  /** When it was opened: it begins anew, and stays as it is while one goes back and forth. */
  readonly at: number;
}

/** One change: why, what it does, what it leaves, then what happened. */
export function FixPage(props: FixProps): ReactNode {
  const { at, choices } = props;
  const [plan, setPlan] = useState(props.plan);
  const { state, plans } = usePlan(plan);
  const chosen = plan.kind === 'fix' ? choices.find(({ id }) => id === plan.fix) : undefined;
  const choose = (fix: string) => plan.kind === 'fix' && setPlan({ ...plan, fix, answers: {} });
  const answer = (answers: Answers) => {
    const next: RepairPlan = plan.kind === 'fix' ? { ...plan, answers } : plan;
    setPlan(next);
    void plans.preview(next);
  };
  useEffect(() => plans.open(plan, at), [plans, plan, at]);
  useEffect(() => {
    const { busy, preview, applied, error } = state;
    if (busy === null && preview === null && applied === null && error === null)
      void plans.preview(plan);
  }, [plan, plans, state]);
  const isRunning = useQuitting(state.preview, () => void plans.preview(plan));
  return (
    <article aria-busy={state.busy !== null}>
      <BackButton />
      <h1 className="title" tabIndex={-1}>
        {chosen?.title ?? props.title}
      </h1>
      <p className="visually-hidden" role="status" data-testid="repair-live">
        {sentence(state)}
      </p>
      {choices.length < 2 || state.applied !== null ? null : (
        <Choices choices={choices} chosen={chosen?.id} onChoose={choose} />
      )}
      <Body plan={plan} state={state} isRunning={isRunning} onAnswer={answer} />
    </article>
  );
}

function Choices(props: {
  readonly choices: Finding['fixes'];
  readonly chosen: string | undefined;
  readonly onChoose: (fix: string) => void;
}): ReactNode {
  return (
    <fieldset className="ways">
      <legend className="caption">{FIX.choices}</legend>
      {props.choices.map(({ id, title }) => (
        <label key={id} className="check">
          <input
            type="radio"
            name="way-to-fix"
            checked={id === props.chosen}
            onChange={() => props.onChoose(id)}
          />
          <span className="check-label">{title}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Body(props: {
  readonly plan: RepairPlan;
  readonly state: PlanState;
  readonly isRunning: IsRunning;
  readonly onAnswer: (answers: Answers) => void;
}): ReactNode {
  const { plan, state, onAnswer } = props;
  const { plans } = usePlan(plan);
  const { applied, busy, error, preview, wasApplying } = state;
  if (error !== null)
    return (
      <>
        <ErrorCard title={FIX.failed} error={error} onRetry={() => void plans.preview(plan)} />
        {wasApplying ? <p className="hint">{FIX.failedHint}</p> : null}
      </>
    );
  if (applied !== null) return <AfterView plan={plan} applied={applied} />;
  return (
    <>
      {preview === null ? null : <p className="plan-why">{preview.why}</p>}
      {busy === null ? null : <Strip busy={busy} onStop={() => void plans.stop(plan)} />}
      {preview === null ? null : (
        <>
          <Blocked blocked={preview.blocked} />
          {preview.asks.length === 0 ? null : (
            <AsksForm
              fix={preview.offer.id}
              asks={preview.asks}
              given={plan.kind === 'fix' ? plan.answers : {}}
              onAnswer={onAnswer}
            />
          )}
          <PlanView preview={preview} isRunning={props.isRunning} />
          <Apply plan={plan} preview={preview} busy={busy} />
        </>
      )}
    </>
  );
}

/** One line of fixed height: what is being done, with Stop. */
function Strip(props: { readonly busy: Busy; readonly onStop: () => void }): ReactNode {
  const { busy, onStop } = props;
  return (
    <div className="strip">
      <progress
        className="strip-bar"
        aria-label={busyText(busy)}
        max={busy.progress?.total ?? 1}
        value={busy.progress?.done ?? 0}
      />
      <p className="strip-text">{busyText(busy)}</p>
      <Button onPress={onStop} isDisabled={busy.runId === null || busy.stopping}>
        <Square className="icon" aria-hidden="true" />
        {busy.stopping ? FIX.stopping : FIX.stop}
      </Button>
    </div>
  );
}

function Apply(props: {
  readonly plan: RepairPlan;
  readonly preview: Preview;
  readonly busy: Busy | null;
}): ReactNode {
  const { goBack } = useActions();
  const { plan, preview, busy } = props;
  const { plans } = usePlan(plan);
  const again = <Button onPress={() => void plans.preview(plan)}>{FIX.again}</Button>;
  if (!preview.steps.some(({ kind }) => kind === 'change'))
    return preview.blocked.length > 0 || preview.asks.length > 0 ? (
      <p className="buttons">{again}</p>
    ) : (
      <>
        <p className="hint plan-note">{FIX.nothing}</p>
        <p className="buttons">
          <CheckAgain plan={plan} goBack={goBack} />
        </p>
      </>
    );
  return (
    <>
      <p className="buttons">
        <Button
          kind="main"
          isDisabled={busy !== null || preview.blocked.length > 0}
          onPress={() => void plans.apply(plan)}
        >
          {APPLY_TEXTS[plan.kind]}
        </Button>
        {preview.blocked.length > 0 ? again : null}
      </p>
      <p className="hint">{FIX.asksOnce}</p>
    </>
  );
}

/** The user has done it by hand: the server, or this machine, is looked at again. */
function CheckAgain(props: { readonly plan: RepairPlan; readonly goBack: () => void }): ReactNode {
  const { check, look } = useActions();
  const target = props.plan.kind === 'fix' ? props.plan.target : null;
  const again = () => {
    if (target !== null) return void check(target);
    void look();
    props.goBack();
  };
  return (
    <Button kind="main" onPress={again}>
      {FIX.checkAgain}
    </Button>
  );
}

function busyText({ what, progress }: Busy): string {
  return progress?.text ?? (what === 'preview' ? FIX.planning : FIX.applying);
}

/** What a screen reader hears as it goes on. */
function sentence(state: PlanState): string {
  if (state.error !== null) return describeError(state.error).message;
  if (state.busy !== null) return busyText(state.busy);
  if (state.applied !== null) return afterHeadline(state.applied);
  return state.preview?.blocked[0]?.why ?? state.preview?.why ?? '';
}
