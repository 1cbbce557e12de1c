import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Overview } from '../../main/contract/table.ts';
import { CLIENT_WORDS } from '../../main/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { ErrorCard } from '../parts/error-card.tsx';
import { focusAddressField } from '../parts/focus-address-field.ts';
import { FindingList, FindingNotice } from '../parts/finding-view.tsx';
import { Section } from '../parts/section.tsx';
import { ServerTable } from '../parts/server-table.tsx';
import { StateWord } from '../parts/state-mark.tsx';
import { useActions, useApp } from '../store/app-context.tsx';
import { CONFIG_TEXTS, FRAME, OVERVIEW, SYSTEM_TEXTS } from '../texts.ts';
import { arrangeFindings } from '../view/arrange-findings.ts';
import { CONFIG_MARKS } from '../view/mark.ts';

/** What lies on this machine. The first screen; it asks nothing and contacts nobody (E8). */
export function OverviewScreen(_props: object): ReactNode {
  const { look } = useActions();
  const overview = useApp((state) => state.overview);
  return (
    <>
      <header className="head head-row">
        <h1 className="title" tabIndex={-1}>
          {FRAME.machine}
        </h1>
        <Button onPress={() => void look()}>
          <RefreshCw className="icon" aria-hidden="true" />
          {OVERVIEW.again}
        </Button>
      </header>
      {overview.phase === 'loading' ? <p className="prose">{OVERVIEW.loading}</p> : null}
      {overview.phase === 'failed' ? (
        <ErrorCard error={overview.error} onRetry={() => void look()} />
      ) : null}
      {overview.phase === 'ready' ? <Found overview={overview.value} /> : null}
    </>
  );
}

function Found(props: { readonly overview: Overview }): ReactNode {
  const { overview } = props;
  const { os, installs, configs, servers, findings } = overview;
  // A program may have left several traces; it is still one program.
  const programs = new Set(installs.map((one) => one.client)).size;
  const found = configs.filter(({ state }) => state !== 'missing').length;
  return (
    <>
      <p className="prose quiet">
        {OVERVIEW.lede(SYSTEM_TEXTS[os], programs, found, servers.length)}
      </p>
      {findings.length === 0 ? null : <Findings findings={findings} />}
      {servers.length === 0 ? <Empty /> : <ServerTable servers={servers} />}
      {servers.length === 0 ? null : <NewHere />}
      <Programs overview={overview} />
      <Files overview={overview} />
      <Logs overview={overview} />
      <Facts overview={overview} />
    </>
  );
}

/** The first one open to read, the others folded: the servers must not be pushed off the screen. */
function Findings({ findings }: Pick<Overview, 'findings'>): ReactNode {
  const [first, ...others] = arrangeFindings(findings);
  if (first === undefined) return null;
  return (
    <Section title={OVERVIEW.findings}>
      <FindingNotice tree={first} trace={[]} />
      <FindingList trees={others} trace={[]} />
    </Section>
  );
}

function Empty(): ReactNode {
  const { check, setMenu } = useActions();
  const toField = () => focusAddressField(() => setMenu(true));
  return (
    <section className="first">
      <h2 className="headline">{OVERVIEW.emptyTitle}</h2>
      <p className="prose">{OVERVIEW.emptyText}</p>
      <p className="buttons">
        <Button kind="main" onPress={() => void check({ kind: 'demo' })}>
          {FRAME.demo}
        </Button>
        <Button onPress={toField}>{OVERVIEW.emptyUrl}</Button>
      </p>
    </section>
  );
}

function NewHere(): ReactNode {
  const { check } = useActions();
  return (
    <p className="new-here quiet">
      {OVERVIEW.newHere}
      <Button kind="quiet" onPress={() => void check({ kind: 'demo' })}>
        {FRAME.demo}
      </Button>
    </p>
  );
}

function Programs(props: { readonly overview: Overview }): ReactNode {
  const { installs } = props.overview;
  return (
    <Section title={OVERVIEW.programs}>
      {installs.length === 0 ? <p className="hint">{OVERVIEW.noPrograms}</p> : null}
      <ul className="list lines">
        {installs.map((one, index) => (
          <li key={index}>
            <span className="line-row">
              <span>{CLIENT_WORDS[one.client]}</span>
              <span className="quiet">
                {OVERVIEW.version(one.version)}, {one.how}
              </span>
            </span>
            <span className="mono quiet">{one.location}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Files(props: { readonly overview: Overview }): ReactNode {
  const { configs } = props.overview;
  return (
    <Section title={OVERVIEW.files}>
      {configs.length === 0 ? <p className="hint">{OVERVIEW.noFiles}</p> : null}
      <ul className="list lines">
        {configs.map((one, index) => (
          <li key={index}>
            <span className="line-row">
              <span>
                {CLIENT_WORDS[one.client]}, <span className="quiet">{one.scope}</span>
              </span>
              <span className="quiet">
                {one.state === 'ok' ? OVERVIEW.serverCount(one.servers.length) : ''}
              </span>
              <StateWord mark={CONFIG_MARKS[one.state]} word={CONFIG_TEXTS[one.state]} />
            </span>
            <span className="mono quiet">{one.file}</span>
            {one.notes.map((note, at) => (
              <span key={at} className="quiet">
                {note}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Newest first; older ones are folded, as an old story rarely is the one that is looked for. */
function Logs(props: { readonly overview: Overview }): ReactNode {
  const { logs } = props.overview;
  if (logs.length === 0) return null;
  return (
    <Section title={OVERVIEW.logs}>
      <ul className="list lines">
        {logs.slice(0, NEWEST_LOGS).map((one, index) => (
          <LogLine key={index} log={one} />
        ))}
      </ul>
      {logs.length <= NEWEST_LOGS ? null : (
        <details className="fold">
          <summary>
            <span className="fold-title">{OVERVIEW.olderLogs(logs.length - NEWEST_LOGS)}</span>
          </summary>
          <ul className="list lines fold-body">
            {logs.slice(NEWEST_LOGS).map((one, index) => (
              <LogLine key={index} log={one} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

const NEWEST_LOGS = 5;

function LogLine(props: { readonly log: Overview['logs'][number] }): ReactNode {
  const { client, file, note } = props.log;
  return (
    <li>
      <span className="line-row">
        <span>{CLIENT_WORDS[client]}</span>
        <span className="quiet">{note}</span>
      </span>
      <span className="mono quiet">{file}</span>
    </li>
  );
}

function Facts(props: { readonly overview: Overview }): ReactNode {
  const { facts } = props.overview;
  if (facts.length === 0) return null;
  return (
    <Section title={OVERVIEW.facts}>
      <ul className="list facts-list">
        {facts.map((one, index) => (
          <li key={index}>
            <span className="quiet">{one.what}</span>
            <span className="mono">{one.value}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
