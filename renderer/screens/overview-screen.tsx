import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Overview } from '../../main/contract/table.ts';
import { Button } from '../parts/button.tsx';
import { ErrorCard } from '../parts/error-card.tsx';
import { focusAddressField } from '../parts/focus-address-field.ts';
import { loadScreen } from '../parts/load-screen.tsx';
import { FindingList, FindingNotice } from '../parts/finding-view.tsx';
import { Section } from '../parts/section.tsx';
import { ServerTable } from '../parts/server-table.tsx';
import { useActions, useApp } from '../store/app-context.tsx';
import { FRAME, OVERVIEW, SYSTEM_TEXTS } from '../texts.ts';
import { arrangeFindings } from '../view/arrange-findings.ts';

const MachineDetails = loadScreen(
  async () => (await import('../machine/machine-details.tsx')).MachineDetails,
);
const NotEnded = loadScreen(async () => (await import('../repair/bodies.ts')).NotEnded);

/** What lies on this machine. The first screen; it asks nothing and contacts nobody (E8). */
export function OverviewScreen(_props: object): ReactNode {
  const { look } = useActions();
  const overview = useApp((state) => state.overview);
  const journal = useApp((state) => state.journal);
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
      {journal.some(({ state }) => state === 'unfinished' || state === 'wiped') ? (
        <NotEnded entries={journal} />
      ) : null}
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
      {servers.length === 0 ? null : <FindIt />}
      {servers.length === 0 ? <Empty /> : <ServerTable servers={servers} />}
      {servers.length === 0 ? null : <NewHere />}
      <MachineDetails overview={overview} />
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

/** Whoever knows which server fails chooses it in the list; the others let it be found. */
function FindIt(): ReactNode {
  const { go } = useActions();
  return (
    <p className="new-here quiet">
      {OVERVIEW.findIt}
      <Button onPress={() => go({ screen: 'matrix', props: {} })}>{OVERVIEW.checkAll}</Button>
    </p>
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
