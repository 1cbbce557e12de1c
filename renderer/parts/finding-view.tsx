import type { ReactNode } from 'react';
import type { Finding, ReportExchange } from '../../main/contract/report.ts';
import { atStep, CLIENT_WORDS } from '../../main/contract/words.ts';
import { useActions } from '../store/app-context.tsx';
import { CONFIDENCE_TEXTS, DIAGNOSIS, FINDING, OVERVIEW, SEVERITY_TEXTS } from '../texts.ts';
import type { FindingTree } from '../view/arrange-findings.ts';
import { SEVERITY_MARKS } from '../view/mark.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { EvidenceView } from './evidence-view.tsx';
import { FixButton } from './fix-buttons.tsx';
import { StateMark } from './state-mark.tsx';

interface Shown {
  readonly tree: FindingTree;
  readonly trace: readonly ReportExchange[];
}

/** A finding in full, under its own heading. */
export function FindingCard(props: Shown): ReactNode {
  const { finding } = props.tree;
  return (
    <article className="finding">
      <h3 className="finding-title">
        <StateMark mark={SEVERITY_MARKS[finding.severity]} />
        {finding.title}
      </h3>
      <FindingBody {...props} />
    </article>
  );
}

/** A finding as a card: what is wrong at once, what was seen and what to do folded. */
export function FindingNotice(props: Shown): ReactNode {
  const { finding } = props.tree;
  return (
    <article className="card notice">
      <h3 className="card-title">
        <StateMark mark={SEVERITY_MARKS[finding.severity]} />
        {finding.title}
      </h3>
      <p className="prose">{finding.explanation}</p>
      <details className="fold">
        <summary>
          <span className="fold-title">{OVERVIEW.more}</span>
        </summary>
        <div className="fold-body">
          <Details {...props} />
        </div>
      </details>
    </article>
  );
}

/** A finding folded to its title and its weight. */
function FindingFold(props: Shown): ReactNode {
  const { finding } = props.tree;
  return (
    <details className="fold">
      <summary>
        <StateMark mark={SEVERITY_MARKS[finding.severity]} />
        <span className="fold-title">{finding.title}</span>
        <span className="quiet">{metaText(finding)}</span>
      </summary>
      <div className="fold-body">
        <FindingBody {...props} />
      </div>
    </details>
  );
}

/** Folded findings in the order given. */
export function FindingList(props: {
  readonly trees: readonly FindingTree[];
  readonly trace: readonly ReportExchange[];
}): ReactNode {
  return (
    <ul className="list folds">
      {props.trees.map((tree, index) => (
        <li key={index}>
          <FindingFold tree={tree} trace={props.trace} />
        </li>
      ))}
    </ul>
  );
}

/** What to do about a finding, with the exact text to copy where there is one. */
export function WhatToDo(props: { readonly finding: Finding }): ReactNode {
  const { openMode } = useActions();
  const { whatToDo, snippet, code } = props.finding;
  return (
    <>
      <p className="prose">{whatToDo}</p>
      {snippet === null ? null : (
        <div className="snippet">
          <pre dir="ltr">{snippet}</pre>
          <CopyButton text={snippet} label={FINDING.copySnippet} />
        </div>
      )}
      <FixButton finding={props.finding} />
      <p className="about-mode">
        <Button kind="quiet" onPress={() => void openMode(code)}>
          {FINDING.about(code)}
        </Button>
      </p>
    </>
  );
}

function FindingBody(props: Shown): ReactNode {
  const { finding } = props.tree;
  return (
    <>
      <p className="prose">{finding.explanation}</p>
      <Details {...props} />
    </>
  );
}

function Details(props: Shown): ReactNode {
  const { finding, consequences } = props.tree;
  return (
    <>
      {finding.evidence.length === 0 ? null : (
        <>
          <h4>{FINDING.evidence}</h4>
          {finding.evidence.map((one, index) => (
            <EvidenceView key={index} evidence={one} trace={props.trace} />
          ))}
        </>
      )}
      <h4>{FINDING.whatToDo}</h4>
      <WhatToDo finding={finding} />
      <Facts finding={finding} />
      {consequences.length === 0 ? null : (
        <details className="fold">
          <summary>
            <span className="fold-title">{FINDING.consequences(consequences.length)}</span>
          </summary>
          <div className="fold-body">
            <FindingList trees={consequences} trace={props.trace} />
          </div>
        </details>
      )}
    </>
  );
}

function Facts(props: { readonly finding: Finding }): ReactNode {
  const { clients, confidence, requirements, references } = props.finding;
  const names = clients.map((client) => CLIENT_WORDS[client]).join('; ');
  return (
    <div className="facts">
      <p>
        {names === '' ? null : `${FINDING.concerns(names)} `}
        {DIAGNOSIS.sure(CONFIDENCE_TEXTS[confidence])}
      </p>
      {requirements.length === 0 ? null : <p>{FINDING.requirements(requirements.join(', '))}</p>}
      {references.map((reference, index) => (
        <p key={index}>
          {FINDING.sources}: <span className="mono">{reference}</span>
        </p>
      ))}
    </div>
  );
}

function metaText(finding: Finding): string {
  return [finding.code, atStep(finding.step), SEVERITY_TEXTS[finding.severity]].join(', ');
}
