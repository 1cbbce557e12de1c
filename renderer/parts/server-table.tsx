import type { ReactNode } from 'react';
import type { OverviewServer } from '../../main/contract/table.ts';
import { CLIENT_WORDS } from '../../main/contract/words.ts';
import { useActions, useApp } from '../store/app-context.tsx';
import { OVERVIEW } from '../texts.ts';
import { markOfServer } from '../view/mark.ts';
import { Section } from './section.tsx';
import { StateWord } from './state-mark.tsx';
import { TraceButton } from './trace-button.tsx';
import { WatchButton } from './watch-button.tsx';
import { useRoving } from './use-roving.ts';

/** The servers with the clients that have them and how each stands. */
export function ServerTable(props: { readonly servers: readonly OverviewServer[] }): ReactNode {
  const { servers } = props;
  const { onKeyDown, stop } = useRoving('vertical', servers.length);
  return (
    <Section title={OVERVIEW.servers}>
      <ul className="list rows" onKeyDown={onKeyDown}>
        {servers.map((server, index) => (
          <li key={server.id} className="row-line">
            <ServerRow server={server} stop={stop(index)} />
            {server.url === null ? null : (
              <TraceButton
                target={{ kind: 'server', id: server.id }}
                kind="quiet"
                name={server.name}
              />
            )}
            <WatchButton
              target={{ kind: 'server', id: server.id }}
              kind="quiet"
              name={server.name}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ServerRow(props: {
  readonly server: OverviewServer;
  readonly stop: ReturnType<ReturnType<typeof useRoving>['stop']>;
}): ReactNode {
  const { go } = useActions();
  const { id, name, url, entries, known } = props.server;
  const run = useApp((state) => state.diagnoses.runs[`server:${id}`]);
  const clients = [...new Set(entries.map(({ client }) => CLIENT_WORDS[client]))].join(' · ');
  return (
    <button
      type="button"
      className="row"
      onClick={() => go({ screen: 'diagnosis', props: { target: { kind: 'server', id } } })}
      {...props.stop}
    >
      <span className="row-name">{name}</span>
      {run === undefined && known.says !== '' ? (
        <span className="row-known">{known.says}</span>
      ) : null}
      <span className="row-place">
        <span className={url === null ? 'row-url quiet' : 'row-url mono quiet'}>
          {url ?? OVERVIEW.noUrl}
        </span>
        <span className="row-clients quiet">{clients}</span>
      </span>
      <StateWord {...markOfServer(run, props.server)} />
    </button>
  );
}
