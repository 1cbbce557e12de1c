import type { ReactNode } from 'react';
import type { Report, TargetReport, Verdict } from '../../main/contract/report.ts';
import type { ChosenTarget } from '../../main/contract/table.ts';
import { wayOf } from '../../main/contract/way.ts';
import { CompareButton } from '../compare/compare-button.tsx';
import { CLIENT_WORDS } from '../../main/contract/words.ts';
import { useActions, useApp } from '../store/app-context.tsx';
import { NO_CHOICE } from '../store/app-store.ts';
import { keyOfTarget } from '../store/diagnoses.ts';
import { DIAGNOSIS } from '../texts.ts';
import { chosenVerdict } from '../view/chosen-verdict.ts';
import { arrangeFindings, otherFindings, type FindingTree } from '../view/arrange-findings.ts';
import { ClientRow } from './client-row.tsx';
import { FindingList } from './finding-view.tsx';
import { FirstThing } from './first-thing.tsx';
import { loadScreen } from './load-screen.tsx';
import { NotExamined } from './not-examined.tsx';
import { RegistrationView } from './registration-view.tsx';
import { Section } from './section.tsx';
import { StoriesView } from './stories-view.tsx';
import { StationPanel } from './station-panel.tsx';
import { WayLine } from './way-line.tsx';

/** Folded at the end of a report; the start of the window does without it. */
const SpecificationView = loadScreen(
  async () => (await import('./specification-view.tsx')).SpecificationView,
);

/** A report, top to bottom: what to fix, the clients, the way, the rest, what was not looked at. */
export function ReportBody(props: {
  readonly chosen: ChosenTarget;
  readonly report: Report;
}): ReactNode {
  const { chosen, report } = props;
  const target = report.targets[0];
  return (
    <>
      {report.complete ? null : <Incomplete />}
      {target === undefined ? (
        <section className="first">
          <h2 className="headline">{DIAGNOSIS.noTarget}</h2>
          <p className="prose">{DIAGNOSIS.noTargetText}</p>
        </section>
      ) : (
        <TargetBody chosen={chosen} target={target} />
      )}
      {target === undefined ? null : (
        <>
          <StoriesView target={target} />
          <SpecificationView rows={target.specification} />
          <RegistrationView chosen={chosen} target={target} />
        </>
      )}
      <MachineFindings report={report} />
      <NotExamined items={report.notExamined} />
      {target === undefined ? null : <Configured chosen={chosen} target={target} />}
    </>
  );
}

function Incomplete(): ReactNode {
  return (
    <section className="card">
      <p className="card-title">{DIAGNOSIS.incomplete}</p>
      <p className="prose">{DIAGNOSIS.incompleteText}</p>
    </section>
  );
}

function TargetBody(props: {
  readonly chosen: ChosenTarget;
  readonly target: TargetReport;
}): ReactNode {
  const { chosen, target } = props;
  const choice = useApp((state) => state.choices[keyOfTarget(chosen)]) ?? NO_CHOICE;
  const verdict = chosenVerdict(target, choice.client);
  return (
    <>
      <FirstThing target={target} />
      {verdict === null ? (
        <>
          <Section title={DIAGNOSIS.clients}>
            <p className="prose">{DIAGNOSIS.noClients}</p>
          </Section>
          <Others target={target} {...otherFindings(target, null, null)} />
        </>
      ) : (
        <ClientView chosen={chosen} target={target} verdict={verdict} station={choice.station} />
      )}
    </>
  );
}

function ClientView(props: {
  readonly chosen: ChosenTarget;
  readonly target: TargetReport;
  readonly verdict: Verdict;
  readonly station: typeof NO_CHOICE.station;
}): ReactNode {
  const { choose } = useActions();
  const { chosen, target, verdict } = props;
  const stations = wayOf(target, verdict.client);
  const broken = stations.find(({ state }) => state === 'broken')?.step ?? null;
  const opened = props.station === 'auto' ? broken : props.station;
  return (
    <>
      <Section title={DIAGNOSIS.clients}>
        <ClientRow
          verdicts={target.verdicts}
          chosen={verdict}
          onChoose={(client) => choose(chosen, { client, station: 'auto' })}
        />
      </Section>
      <Section title={DIAGNOSIS.way}>
        <WayLine
          stations={stations}
          label={DIAGNOSIS.wayOf(CLIENT_WORDS[verdict.client])}
          opened={opened}
          onOpen={(station) => choose(chosen, { station })}
        />
        <StationPanel
          target={target}
          client={verdict.client}
          station={stations.find(({ step }) => step === opened)}
        />
      </Section>
      <Others target={target} {...otherFindings(target, verdict.client, broken)} />
    </>
  );
}

function Others(props: {
  readonly target: TargetReport;
  readonly mine: readonly FindingTree[];
  readonly elsewhere: readonly FindingTree[];
}): ReactNode {
  const { trace } = props.target;
  return (
    <>
      <Section title={DIAGNOSIS.others}>
        {props.mine.length === 0 ? <p className="hint">{DIAGNOSIS.othersNone}</p> : null}
        <FindingList trees={props.mine} trace={trace} />
      </Section>
      {props.elsewhere.length === 0 ? null : (
        <Section title={DIAGNOSIS.othersElsewhere}>
          <FindingList trees={props.elsewhere} trace={trace} />
        </Section>
      )}
    </>
  );
}

function MachineFindings(props: { readonly report: Report }): ReactNode {
  const trees = arrangeFindings(props.report.machine.findings);
  if (trees.length === 0) return null;
  return (
    <Section title={DIAGNOSIS.machine}>
      <FindingList trees={trees} trace={[]} />
    </Section>
  );
}

function Configured(props: {
  readonly chosen: ChosenTarget;
  readonly target: TargetReport;
}): ReactNode {
  if (props.target.names.length === 0) return null;
  return (
    <Section title={DIAGNOSIS.configured}>
      <ul className="list lines">
        {props.target.names.map((one, index) => (
          <li key={index}>
            {CLIENT_WORDS[one.client]}, {one.scope}, as {one.name}
            <span className="mono quiet">
              {one.file} {one.pointer}
            </span>
          </li>
        ))}
      </ul>
      {props.chosen.kind === 'server' ? <CompareButton id={props.chosen.id} /> : null}
    </Section>
  );
}
