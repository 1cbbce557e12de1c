import type { Logs, LogScanOptions, ScannedLine } from '../ports.ts';
import type { ContractCase } from './contract-case.ts';

const DAY = '2026-11-20T10:00:00.000Z';

/** What must lie in the rig's folder; `root` is its path, segments are joined with `/`. */
export const LOGS_CONTRACT_TREE: Readonly<Record<string, string | Uint8Array>> = {
  'plain.log': `${DAY} one error\n${DAY} nothing\n  raw error ä\r\n${DAY} no end, error`,
  'no-date.log': 'an error\nanother error\n',
  'empty.log': '',
  'blank.log': '\n\nerror\n\n',
  'mark.log': `\uFEFF${DAY} error\n at x error\n`,
  'invalid.log': Uint8Array.from([0xff, 0x65, 0x72, 0x72, 0x6f, 0x72, 0xe2, 0x82, 0x0a]),
  'utf16le.log': utf16(`\uFEFF${DAY} ä error\r\nnothing\n Ċ error\n`, true),
  'utf16be.log': utf16(`\uFEFF${DAY} ä error\r\nnothing\n Ċ error\n`, false),
  'folder/inner.log': 'error\n',
};

export interface LogsRig {
  readonly logs: Logs;
  readonly root: string;
  /** Writes a line at the end of a log that is followed. */
  write(path: string, line: string): Promise<void>;
}

const OPTIONS: LogScanOptions = { needles: ['error'], newestBytes: null, lineLength: 1000 };

function scan(name: string, options: Partial<LogScanOptions> = {}) {
  return async ({ logs, root }: LogsRig) => {
    const lines: ScannedLine[] = [];
    const take = (more: readonly ScannedLine[]) => lines.push(...more);
    const all = { ...OPTIONS, ...options };
    const end = await logs.scan(`${root}/${name}`, all, take, new AbortController().signal);
    return { lines, end: end.kind === 'scanned' ? { ...end, modifiedAt: 0 } : end };
  };
}

const whole = (size: number) => {
  return { kind: 'scanned', size, modifiedAt: 0, read: 'whole', note: null };
};
const plain = {
  first: { offset: 0, line: 1, text: `${DAY} one error`, head: null },
  raw: { offset: 68, line: 3, text: '  raw error ä', head: `${DAY} nothing` },
  last: { offset: 84, line: 4, text: `${DAY} no end, error`, head: null },
};
const UTF16_LINES = [
  { offset: 0, line: 1, text: `${DAY} ä error`, head: null },
  { offset: 86, line: 3, text: ' Ċ error', head: `${DAY} ä error` },
];

/** What every Logs port does. */
export const LOGS_CONTRACT: readonly ContractCase<LogsRig>[] = [
  {
    name: 'lines that hold a needle are handed over with their place, number and dated line above',
    observe: scan('plain.log'),
    expected: { lines: [plain.first, plain.raw, plain.last], end: whole(122) },
  },
  {
    name: 'a line that holds several needles is handed over once',
    observe: scan('plain.log', { needles: ['one', 'err', 'error', 'ror'] }),
    expected: { lines: [plain.first, plain.raw, plain.last], end: whole(122) },
  },
  {
    name: 'upper and lower case are told apart',
    observe: scan('plain.log', { needles: ['Error'] }),
    expected: { lines: [], end: whole(122) },
  },
  {
    name: 'no needle finds nothing, an empty one finds every line',
    observe: async (rig) => [
      (await scan('blank.log', { needles: [] })(rig)).lines.length,
      (await scan('blank.log', { needles: [''] })(rig)).lines.map(({ text }) => text),
    ],
    expected: [0, ['', '', 'error', '']],
  },
  {
    name: 'a text is cut at the longest length, after it was searched whole',
    observe: scan('plain.log', { needles: ['end, err'], lineLength: 10 }),
    expected: { lines: [{ ...plain.last, text: '2026-11-20' }], end: whole(122) },
  },
  {
    name: 'of the newest bytes, only lines that begin in them are handed over',
    observe: scan('plain.log', { newestBytes: 60 }),
    expected: { lines: [plain.raw, plain.last], end: { ...whole(122), read: 'newest' } },
  },
  {
    name: 'more newest bytes than there are is the whole',
    observe: scan('plain.log', { newestBytes: 1000 }),
    expected: { lines: [plain.first, plain.raw, plain.last], end: whole(122) },
  },
  {
    name: 'lines without a dated one above have no head',
    observe: async (rig) => (await scan('no-date.log')(rig)).lines.map(({ head }) => head),
    expected: [null, null],
  },
  {
    name: 'the mark of UTF-8 belongs to no text, and hides no date',
    observe: async (rig) => (await scan('mark.log')(rig)).lines,
    expected: [
      { offset: 0, line: 1, text: `${DAY} error`, head: null },
      { offset: 34, line: 2, text: ' at x error', head: `${DAY} error` },
    ],
  },
  {
    name: 'bytes that are no UTF-8 are shown as such',
    observe: async (rig) => (await scan('invalid.log')(rig)).lines[0]?.text,
    expected: '\uFFFDerror\uFFFD',
  },
  {
    name: 'UTF-16 with the lower byte first is read',
    observe: scan('utf16le.log'),
    expected: { lines: UTF16_LINES, end: whole(104) },
  },
  {
    name: 'UTF-16 with the higher byte first is read',
    observe: scan('utf16be.log'),
    expected: { lines: UTF16_LINES, end: whole(104) },
  },
  {
    name: 'an empty log is read whole',
    observe: scan('empty.log'),
    expected: { lines: [], end: whole(0) },
  },
  {
    name: 'a log that is not there is missing',
    observe: scan('none.log'),
    expected: { lines: [], end: { kind: 'missing' } },
  },
  {
    name: 'a folder is told as a folder',
    observe: scan('folder'),
    expected: { lines: [], end: { kind: 'folder' } },
  },
  {
    name: 'what is stopped before it begins reads nothing',
    observe: async ({ logs, root }) => {
      const refuse = () => {
        throw new Error('A line was handed over.');
      };
      return logs.scan(`${root}/plain.log`, OPTIONS, refuse, AbortSignal.abort());
    },
    expected: { kind: 'unreadable', reason: 'it was stopped before it was opened' },
  },
  {
    name: 'a log is followed from its end until the signal, with every text cut',
    observe: async ({ logs, root, write }) => {
      const stop = new AbortController();
      const texts: string[] = [];
      const path = `${root}/no-date.log`;
      let ended: Promise<unknown> = Promise.resolve();
      const seen = new Promise<void>((resolve) => {
        const take = (lines: readonly ScannedLine[]) => {
          texts.push(...lines.map(({ text }) => text));
          if (texts.length === 2) resolve();
        };
        ended = logs.follow(path, 5, take, stop.signal);
      });
      await write(path, 'first line');
      await write(path, 'then');
      await seen;
      stop.abort();
      await ended;
      await write(path, 'later');
      return texts;
    },
    expected: ['first', 'then'],
  },
  {
    name: 'a log that is followed from its beginning tells what it holds already, with heads',
    observe: async ({ logs, root }) => {
      const stop = new AbortController();
      const seen: ScannedLine[] = [];
      const take = (lines: readonly ScannedLine[]) => {
        seen.push(...lines);
        if (seen.length >= 2) stop.abort();
      };
      await logs.follow(`${root}/mark.log`, 1000, take, stop.signal, 'beginning');
      return seen;
    },
    expected: [
      { offset: 0, line: 1, text: `${DAY} error`, head: null },
      { offset: 34, line: 2, text: ' at x error', head: `${DAY} error` },
    ],
  },
];

function utf16(text: string, isLowFirst: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  [...text].forEach((_, at) => view.setUint16(at * 2, text.charCodeAt(at), isLowFirst));
  return bytes;
}
