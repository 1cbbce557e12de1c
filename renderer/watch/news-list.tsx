import type { ReactNode } from 'react';
import { CLIENT_WORDS } from '../../main/contract/words.ts';
import type { WatchMark, WatchNews } from '../../main/contract/watch.ts';
import { Section } from '../parts/section.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import type { Mark } from '../view/mark.ts';
import { clockTime } from '../view/clock-time.ts';
import { WATCH, WATCH_MARK_TEXTS } from './texts.ts';

const MARKS: Record<WatchMark, Mark> = {
  ok: 'circle',
  waiting: 'ring',
  wrong: 'square',
  note: 'dash',
};

/** One line per happening, newest below; each is said as it comes. */
export function NewsList(props: { readonly news: readonly WatchNews[] }): ReactNode {
  const { news } = props;
  return (
    <Section title={WATCH.list}>
      <p className="hint">{news.length === 0 ? WATCH.none : WATCH.zone}</p>
      <div role="log" aria-live="polite" aria-label={WATCH.list}>
        <ol className="list news">
          {news.map((one, index) => (
            <NewsLine key={index} one={one} />
          ))}
        </ol>
      </div>
    </Section>
  );
}

function NewsLine(props: { readonly one: WatchNews }): ReactNode {
  const { at, client, mark, server, text } = props.one;
  return (
    <li className={`news-line news-${mark}`}>
      <time className="mono quiet" dateTime={at}>
        {clockTime(at)}
      </time>
      <StateMark mark={MARKS[mark]} />
      <span className="visually-hidden">{WATCH_MARK_TEXTS[mark]}:</span>
      <p className="news-text">
        {client === null ? null : (
          <span className="news-who">
            {CLIENT_WORDS[client]}
            {server === null ? '' : `, ${server}`}:{' '}
          </span>
        )}
        {text}
      </p>
    </li>
  );
}
