import type { WatchMark, WatchNews } from '../../../contract/watch.ts';
import { CLIENT_WORDS } from '../../../contract/words.ts';
import { visible } from '../../../engine/redact/visible.ts';
import { paragraph } from '../report/paragraph.ts';
import type { TerminalStyle } from '../report/terminal-style.ts';

/** One happening as a line: `14:03:12Z ● Claude Code, acme: asked the server`. */
export function watchLine(news: WatchNews, style: TerminalStyle): string {
  const { at, client, mark, server, text } = news;
  const time = `${at.slice(11, 19)}Z`;
  const who = client === null ? '' : `${CLIENT_WORDS[client]}${ofServer(server)}: `;
  const sign = signOf(mark, style);
  const indent = time.length + 1 + (sign.length === 0 ? 0 : sign.length + 1);
  const body = paragraph(visible(`${who}${text}`), style.width, indent).trimStart();
  const shown = mark === 'note' ? style.dim(body) : body;
  return [style.dim(time), ...(sign === '' ? [] : [painted(mark, sign, style)]), shown].join(' ');
}

function ofServer(server: string | null): string {
  return server === null ? '' : `, ${server}`;
}

function signOf(mark: WatchMark, { marks }: TerminalStyle): string {
  return { ok: marks.works, waiting: marks.unknown, wrong: marks.blocked, note: '' }[mark];
}

function painted(mark: WatchMark, sign: string, style: TerminalStyle): string {
  const plain = (text: string): string => text;
  return { ok: style.green, waiting: style.yellow, wrong: style.red, note: plain }[mark](sign);
}
