import type { ReactNode } from 'react';
import type { TargetReport } from '../../main/contract/report.ts';
import type { ChosenTarget } from '../../main/contract/table.ts';
import { useActions } from '../store/app-context.tsx';
import { REGISTRATION } from '../registration-texts.ts';
import { registrationHost } from '../view/registration-host.ts';
import { Button } from './button.tsx';
import { Section } from './section.tsx';

/**
 * Registration needs a person's leave, for it leaves something at the server (safety E9): before it
 * the question, with the host that is meant; after it what stayed.
 */
export function RegistrationView(props: {
  readonly chosen: ChosenTarget;
  readonly target: TargetReport;
}): ReactNode {
  const { chosen, target } = props;
  if (target.registrationTried) return <LeftBehind lines={target.leftBehind} />;
  const host = registrationHost(target);
  return host === null ? null : <Ask chosen={chosen} host={host} />;
}

function Ask(props: { readonly chosen: ChosenTarget; readonly host: string }): ReactNode {
  const { check } = useActions();
  return (
    <Section title={REGISTRATION.title}>
      <p className="prose">{REGISTRATION.text(props.host)}</p>
      <p>
        <Button onPress={() => void check(props.chosen, true)}>{REGISTRATION.start}</Button>
      </p>
    </Section>
  );
}

function LeftBehind(props: { readonly lines: readonly string[] }): ReactNode {
  return (
    <Section title={REGISTRATION.leftTitle}>
      {props.lines.length === 0 ? <p className="hint">{REGISTRATION.leftNone}</p> : null}
      <ul className="list lines">
        {props.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}
