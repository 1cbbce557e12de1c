import type { ReactNode } from 'react';
import type { Overview } from '../../main/contract/table.ts';
import { CLIENT_WORDS } from '../../main/contract/words.ts';
import { Section } from '../parts/section.tsx';
import { StateWord } from '../parts/state-mark.tsx';
import { CONFIG_MARKS } from '../view/mark.ts';
import { CONFIG_TEXTS, DETAILS } from './texts.ts';

/** What was read of this machine, below its servers: looked up, and loaded after what is read first. */
export function MachineDetails(props: { readonly overview: Overview }): ReactNode {
  return (
    <>
      <Programs {...props} />
      <Files {...props} />
      <Logs {...props} />
      <Facts {...props} />
    </>
  );
}

function Programs(props: { readonly overview: Overview }): ReactNode {
  const { installs } = props.overview;
  return (
    <Section title={DETAILS.programs}>
      {installs.length === 0 ? <p className="hint">{DETAILS.noPrograms}</p> : null}
      <ul className="list lines">
        {installs.map((one, index) => (
          <li key={index}>
            <span className="line-row">
              <span>{CLIENT_WORDS[one.client]}</span>
              <span className="quiet">
                {DETAILS.version(one.version)}, {one.how}
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
    <Section title={DETAILS.files}>
      {configs.length === 0 ? <p className="hint">{DETAILS.noFiles}</p> : null}
      <ul className="list lines">
        {configs.map((one, index) => (
          <li key={index}>
            <span className="line-row">
              <span>
                {CLIENT_WORDS[one.client]}, <span className="quiet">{one.scope}</span>
              </span>
              <span className="quiet">
                {one.state === 'ok' ? DETAILS.serverCount(one.servers.length) : ''}
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
    <Section title={DETAILS.logs}>
      <ul className="list lines">
        {logs.slice(0, NEWEST_LOGS).map((one, index) => (
          <LogLine key={index} log={one} />
        ))}
      </ul>
      {logs.length <= NEWEST_LOGS ? null : (
        <details className="fold">
          <summary>
            <span className="fold-title">{DETAILS.olderLogs(logs.length - NEWEST_LOGS)}</span>
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
    <Section title={DETAILS.facts}>
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
