import type { ReactNode } from 'react';
import type { Preview, RepairStep } from '../../main/contract/repair.ts';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Section } from '../parts/section.tsx';
import { StateMark, StateWord } from '../parts/state-mark.tsx';
import { useActions } from '../store/app-context.tsx';
import { DiffView } from './diff-view.tsx';
import { FIX, programOf, RISK_TEXTS } from './texts.ts';
import type { IsRunning } from './use-quitting.ts';

type Step<K extends RepairStep['kind']> = Extract<RepairStep, { kind: K }>;

/** A preview, top to bottom: what the user does, what changes, what stays, what is checked. */
export function PlanView(props: {
  readonly preview: Preview;
  readonly isRunning: IsRunning;
}): ReactNode {
  const { steps, leavesAlone, checks, restarts, risk } = props.preview;
  const changes = stepsOf(steps, 'change');
  const others = steps.filter(({ kind }) => kind !== 'change');
  const risky = RISK_TEXTS[risk];
  return (
    <>
      {others.length === 0 ? null : (
        <Section title={FIX.byYou}>
          <ol className="list plan-steps">
            {others.map((step, index) => (
              <li key={index}>
                <OtherStep step={step} isRunning={props.isRunning} />
              </li>
            ))}
          </ol>
        </Section>
      )}
      {changes.length === 0 ? null : (
        <Section title={FIX.changes}>
          {changes.map(({ change }, index) => (
            <DiffView key={index} change={change} />
          ))}
          {risky === null ? null : (
            <p className="state plan-risk">
              <StateMark mark="triangle" />
              {risky}
            </p>
          )}
        </Section>
      )}
      <Lines title={FIX.leaves} lines={leavesAlone} />
      <Lines
        title={FIX.checks}
        lines={
          restarts.length === 0
            ? checks
            : [...checks, FIX.restart([...new Set(restarts.map(programOf))].join(' and '))]
        }
      />
    </>
  );
}

/** A closed fix is shown with its reason, and so is anything else that is in the way. */
export function Blocked(props: Pick<Preview, 'blocked'>): ReactNode {
  if (props.blocked.length === 0) return null;
  return (
    <section className="card" aria-label={FIX.blocked}>
      <p className="caption">{FIX.blocked}</p>
      {props.blocked.map(({ why, whatToDo }, index) => (
        <div key={index} className="plan-blocked">
          <p className="card-title">
            <StateMark mark="square" />
            {why}
          </p>
          <p className="prose">{whatToDo}</p>
        </div>
      ))}
    </section>
  );
}

function OtherStep(props: { readonly step: RepairStep; readonly isRunning: IsRunning }): ReactNode {
  const { step } = props;
  if (step.kind === 'tell') return <Tell step={step} />;
  if (step.kind === 'wait-for-quit')
    return <Quit step={step} running={props.isRunning(step.client, step.running)} />;
  return step.kind === 'open-page' ? <OpenPage step={step} /> : null;
}

function Tell({ step }: { readonly step: Step<'tell'> }): ReactNode {
  return (
    <>
      <p className="prose">{step.text}</p>
      {step.copy === null ? null : (
        <div className="snippet">
          <pre dir="ltr">{step.copy}</pre>
          <CopyButton text={step.copy} label={FIX.copy} />
        </div>
      )}
    </>
  );
}

/** Whether it still runs is said as it changes; only the person quits it (safety G10). */
function Quit(props: {
  readonly step: Step<'wait-for-quit'>;
  readonly running: boolean | null;
}): ReactNode {
  const { step, running } = props;
  const [mark, word] =
    running === null
      ? (['ring', FIX.unseen] as const)
      : running
        ? (['square', FIX.running] as const)
        : (['circle', FIX.closed] as const);
  return (
    <>
      <p className="plan-quit" role="status">
        <span className="plan-quit-name">{FIX.quit(programOf(step.client))}</span>
        <StateWord mark={mark} word={word} />
      </p>
      {running === false ? null : <p className="prose">{step.text}</p>}
      {running === true ? <p className="hint">{FIX.notice}</p> : null}
    </>
  );
}

function OpenPage({ step }: { readonly step: Step<'open-page'> }): ReactNode {
  const { openPage } = useActions();
  return (
    <>
      <p className="prose">{step.text}</p>
      <p className="buttons">
        <Button onPress={() => void openPage(step.page).catch(() => undefined)}>
          {FIX.openPage}
        </Button>
      </p>
    </>
  );
}

function Lines(props: { readonly title: string; readonly lines: readonly string[] }): ReactNode {
  if (props.lines.length === 0) return null;
  return (
    <Section title={props.title}>
      <ul className="plan-lines">
        {props.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

function stepsOf<K extends RepairStep['kind']>(
  steps: readonly RepairStep[],
  kind: K,
): readonly Step<K>[] {
  return steps.filter((step): step is Step<K> => step.kind === kind);
}
