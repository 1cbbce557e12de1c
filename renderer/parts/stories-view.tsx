import type { ReactNode } from 'react';
import type { TargetReport } from '../../main/contract/report.ts';
import type { IncidentReport } from '../../main/contract/story.ts';
import { DIAGNOSIS } from '../texts.ts';
import { clockTime } from '../view/clock-time.ts';
import { Section } from './section.tsx';

/** Older stories are folded behind these. */
const NEWEST = 3;

/** What clients wrote down about a server, newest story open, and what they keep of it. */
export function StoriesView(props: { readonly target: TargetReport }): ReactNode {
  const { incidents, stored } = props.target;
  return (
    <>
      {incidents.length === 0 ? null : (
        <Section title={DIAGNOSIS.stories}>
          {incidents.slice(0, NEWEST).map((one, index) => (
            <Story key={index} story={one} open={index === 0} />
          ))}
          {incidents.length <= NEWEST ? null : (
            <details className="fold">
              <summary>
                <span className="fold-title">
                  {DIAGNOSIS.olderStories(incidents.length - NEWEST)}
                </span>
              </summary>
              <div className="fold-body">
                {incidents.slice(NEWEST).map((one, index) => (
                  <Story key={index} story={one} open={false} />
                ))}
              </div>
            </details>
          )}
        </Section>
      )}
      {stored.length === 0 ? null : (
        <Section title={DIAGNOSIS.stored}>
          <ul className="list lines">
            {stored.map((one, index) => (
              <li key={index}>
                {one.fact}
                <span className="mono quiet">{one.file}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Lines of a log are a server's and a client's text: text nodes, never markup (A6). */
function Story(props: { readonly story: IncidentReport; readonly open: boolean }): ReactNode {
  const { says, file, lines } = props.story;
  return (
    <details className="fold" open={props.open}>
      <summary>
        <span className="fold-title">{says}</span>
      </summary>
      <div className="fold-body">
        <p className="mono quiet">{file}</p>
        <ol className="list log-lines">
          {lines.map((line, index) => (
            <li key={index}>
              <span className="mono quiet">{line.time === null ? '' : clockTime(line.time)}</span>
              <span className="mono">{line.text}</span>
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}
