import { useEffect, useState, type ReactNode } from 'react';
import type { SignInReport } from '../../main/contract/report.ts';
import type { ChosenTarget } from '../../main/contract/table.ts';
import { Button } from '../parts/button.tsx';
import { FirstThing } from '../parts/first-thing.tsx';
import { Section } from '../parts/section.tsx';
import { WatchButton } from '../parts/watch-button.tsx';
import { useActions } from '../store/app-context.tsx';
import type { TraceRun } from '../store/traces.ts';
import { TRACE } from './texts.ts';

/** The end of a traced sign-in: the first thing to fix, the whole report, the tokens, the vendor. */
export function TraceEnd(props: {
  readonly target: ChosenTarget;
  readonly run: TraceRun;
}): ReactNode {
  const { go } = useActions();
  const { run, target } = props;
  const shown = run.report?.targets[0];
  if (shown === undefined) return null;
  return (
    <>
      <FirstThing target={shown} />
      <p className="buttons">
        <Button onPress={() => go({ screen: 'diagnosis', props: { target } })}>
          {TRACE.fullReport}
        </Button>
        <WatchButton target={target} />
      </p>
      {run.runId === null ? null : <VendorLink key={run.runId} runId={run.runId} />}
      {shown.signIn === null ? null : <Tokens signIn={shown.signIn} />}
    </>
  );
}

/** Only where the report says that the vendor is the one to write to. */
function VendorLink(props: { readonly runId: string }): ReactNode {
  const { go, vendorReport } = useActions();
  const { runId } = props;
  const [may, setMay] = useState(false);
  useEffect(() => {
    let isHere = true;
    vendorReport(runId, '').then(
      ({ text }) => isHere && setMay(text !== null),
      () => isHere && setMay(false),
    );
    return () => {
      isHere = false;
    };
  }, [runId, vendorReport]);
  if (!may) return null;
  return (
    <Section title={TRACE.vendorTitle}>
      <p className="prose">{TRACE.vendorText}</p>
      <p className="buttons">
        <Button onPress={() => go({ screen: 'vendor', props: { runId } })}>{TRACE.vendor}</Button>
      </p>
    </Section>
  );
}

function Tokens(props: { readonly signIn: SignInReport }): ReactNode {
  const { token, tokensAfter } = props.signIn;
  if (token === null && tokensAfter.length === 0) return null;
  return (
    <Section title={TRACE.result}>
      {token === null ? null : <TokenFacts token={token} />}
      {tokensAfter.length === 0 ? null : (
        <>
          <h3 className="caption after-title">{TRACE.tokensAfter}</h3>
          <ul className="list lines">
            {tokensAfter.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function TokenFacts(props: { readonly token: NonNullable<SignInReport['token']> }): ReactNode {
  const { form, audience, issuer, scope, expiresIn, refreshable } = props.token;
  const names = TRACE.tokenRows;
  const rows: readonly (readonly [string, string])[] = [
    [names.form, form === 'jwt' ? TRACE.jwt : TRACE.opaque],
    [names.audience, audience ?? TRACE.notSaid],
    [names.issuer, issuer ?? TRACE.notSaid],
    [names.scope, scope ?? TRACE.notSaid],
    [names.expires, expiresIn === null ? TRACE.notSaid : TRACE.seconds(expiresIn)],
    [names.refresh, refreshable ? TRACE.yes : TRACE.no],
  ];
  return (
    <>
      <h3 className="caption">{TRACE.token}</h3>
      <dl className="pairs pairs-close">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt className="quiet">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
