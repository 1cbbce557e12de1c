import type { SequenceMessage } from '../../../contract/report.ts';
import { visible } from '../../../engine/redact/visible.ts';
import type { TraceCall, TraceNews } from '../../../engine/run/trace-request.ts';
import { progressLine } from '../progress-line.ts';
import { paragraph } from '../report/paragraph.ts';
import type { TerminalStyle } from '../report/terminal-style.ts';
import { messageLines, roundLine, sequenceHead } from './sequence-text.ts';

/**
 * A traced sign-in on stderr while it happens: the diagram grows line by line under a line of
 * progress. Without a terminal only what `say` is given is written. While a question waits for its
 * answer nothing else is written; it comes after.
 */
export class LiveTrace {
  readonly #stream: NodeJS.WriteStream;
  readonly #style: TerminalStyle;
  readonly #progress: ReturnType<typeof progressLine>;
  readonly #shown = new Map<string, string>();
  #before: SequenceMessage | null = null;
  #isCalled = false;
  /** Lines that wait until a question is answered; null where none is asked. */
  #held: string[] | null = null;

  constructor(stream: NodeJS.WriteStream, style: TerminalStyle) {
    this.#stream = stream;
    this.#style = style;
    this.#progress = progressLine(stream);
  }

  readonly onNews = (news: TraceNews): void => {
    if (!this.#stream.isTTY) return;
    if (news.kind === 'sequence') return this.#grow(news.messages, news.called);
    if (this.#held === null) this.#progress.show(news);
  };

  /** Text for people, terminal or not. */
  readonly say = (text: string): void => {
    const blocks = text.split('\n\n').map((one) => blockText(one, this.#style.width));
    this.#write(blocks.join('\n\n').split('\n'));
  };

  /** Lets a question stand alone until it is answered. */
  async alone<T>(question: () => Promise<T>): Promise<T> {
    this.#progress.end();
    this.#held ??= [];
    try {
      return await question();
    } finally {
      const lines = this.#held;
      this.#held = null;
      this.#write(lines);
    }
  }

  end(): void {
    this.#progress.end();
  }

  #grow(messages: readonly SequenceMessage[], called: TraceCall | null): void {
    const fresh = messages.filter((one) => this.#isNew(one));
    const lines = fresh.flatMap((one) => {
      const head = this.#before === null ? sequenceHead(this.#style) : [];
      const round = roundLine(one, this.#before, this.#style);
      this.#before = one;
      return [...head, ...round, ...messageLines(one, this.#style)];
    });
    this.#write([...lines, ...this.#banner(called)]);
  }

  /** New, or different from how it was shown. That a step is no longer waited for shows by the next. */
  #isNew(message: SequenceMessage): boolean {
    const { id, text, says, state } = message;
    const form = JSON.stringify([text, says, state === 'waiting' ? 'ok' : state]);
    if (this.#shown.get(id) === form) return false;
    this.#shown.set(id, form);
    return true;
  }

  #banner(called: TraceCall | null): readonly string[] {
    if (called === null || called.outcome === 'signed-in' || this.#isCalled) return [];
    this.#isCalled = true;
    const { marks, red, width } = this.#style;
    return [red(paragraph(`${marks.blocked} ${visible(called.headline)}`, width))];
  }

  #write(lines: readonly string[]): void {
    if (lines.length === 0) return;
    if (this.#held !== null) return void this.#held.push(...lines);
    this.#progress.end();
    this.#stream.write(`${lines.join('\n')}\n`);
  }
}

/** An indented block is kept as it is: an address to copy. */
function blockText(text: string, width: number): string {
  return text.startsWith(' ') ? text : paragraph(text, width);
}
