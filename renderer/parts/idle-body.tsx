import type { ReactNode } from 'react';
import type { ChosenTarget, OverviewServer } from '../../main/contract/table.ts';
import { CLIENT_WORDS } from '../../main/contract/words.ts';
import { CompareButton } from '../compare/compare-button.tsx';
import { useActions } from '../store/app-context.tsx';
import { DIAGNOSIS, SIGN_IN } from '../texts.ts';
import { WATCHING } from '../watch-texts.ts';
import { hostOf } from '../view/host-of.ts';
import { Button } from './button.tsx';
import { Section } from './section.tsx';
import { WatchButton } from './watch-button.tsx';
import { TraceButton } from './trace-button.tsx';

/** A server that was found but not checked: whom a check would contact, before it does (E8). */
export function IdleBody(props: {
  readonly target: ChosenTarget;
  readonly server: OverviewServer;
}): ReactNode {
  const { check } = useActions();
  const { server, target } = props;
  const host = hostOf(server.url);
  return (
    <>
      <section className="first">
        <div className="first-row">
          <h2 className="headline">{DIAGNOSIS.idleTitle}</h2>
          <Button kind="main" onPress={() => void check(target)}>
            {DIAGNOSIS.start}
          </Button>
        </div>
        {server.known.says === '' ? null : (
          <p className="prose">
            <span className="quiet">{DIAGNOSIS.idleKnown}</span> {server.known.says}
          </p>
        )}
        <p className="prose">{host === null ? DIAGNOSIS.idleLocal : DIAGNOSIS.idleContact(host)}</p>
        {host === null ? null : (
          <p className="new-here quiet">
            {SIGN_IN.hint} <TraceButton target={target} kind="quiet" />
          </p>
        )}
        <p className="new-here quiet">
          {WATCHING.hint} <WatchButton target={target} kind="quiet" />
        </p>
      </section>
      <Section title={DIAGNOSIS.configured}>
        <ul className="list lines">
          {server.entries.map((entry, index) => (
            <li key={index}>
              {CLIENT_WORDS[entry.client]}, {entry.scope}
              <span className="mono quiet">{entry.file}</span>
            </li>
          ))}
        </ul>
        <CompareButton id={server.id} />
      </Section>
    </>
  );
}
