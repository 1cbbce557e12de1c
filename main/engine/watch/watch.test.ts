import { describe, expect, test } from 'vitest';
import type { WatchNews } from '../../contract/watch.ts';
import { RULES } from '../run/rules.ts';
import { createFakePorts } from '../testing/fake-ports.ts';
import { sampleEntry } from '../testing/sample-machine.ts';
import { WATCH_PARTS } from './default-parts.ts';
import { watch } from './watch.ts';
import type { WatchParts } from './watch-parts.ts';
import type { WatchRequest } from './watch-request.ts';

const FOLDER = '/home/ada/.cache/claude-cli-nodejs/-home-ada/mcp-logs-acme';
const LOG = `${FOLDER}/2026-11-23T11-00-00-000Z.jsonl`;
const NEW_LOG = `${FOLDER}/2026-11-23T12-00-03-000Z.jsonl`;
const OTHER = LOG.replace('acme', 'other');
const DESKTOP = '/home/ada/.config/Claude/logs/mcp-server-acme.log';
const URL_OF_ACME = 'https://mcp.acme.dev/mcp';
const START = Date.UTC(2026, 10, 23, 12);
const ACME = { url: URL_OF_ACME, entries: [sampleEntry()] };

/** A line as Claude Code writes it, so many seconds after the start. */
function line(debug: string, seconds = 1, sessionId = 's1'): string {
  const timestamp = new Date(START + seconds * 1000).toISOString();
  return JSON.stringify({ debug, timestamp, sessionId, cwd: '/home/ada' });
}
const STARTED = 'Starting connection with timeout of 30000ms';
const BROWSER = 'Redirecting to authorization URL';
const UNAUTHORIZED = 'HTTP Connection failed after 24ms: Unauthorized (code: none, errno: none)';
const NEEDS = 'Authentication required for HTTP server';
const NO_DCR =
  'Connection failed: Incompatible auth server: does not support dynamic client registration';
const CONNECTED = 'Successfully connected (transport: http) in 71ms';

/** Lets everything that waits for no clock happen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) await Promise.resolve();
}

async function startWatch(
  request: Partial<WatchRequest> = {},
  parts: WatchParts = WATCH_PARTS,
  files: Record<string, string> = { [LOG]: line(NO_DCR, -600), [OTHER]: '', [DESKTOP]: '' },
) {
  const ports = createFakePorts({ files, now: START });
  const controller = new AbortController();
  const news: WatchNews[] = [];
  const result = watch(
    { target: null, until: 'first-end', ...request },
    { ports, modes: RULES.modes, signal: controller.signal, onNews: (one) => void news.push(one) },
    parts,
  );
  await settle();
  const pass = async (ms: number) => {
    ports.clock.advance(ms);
    await settle();
  };
  const write = (...lines: readonly string[]) => ports.logs.write(LOG, ...lines);
  const told = () => news.filter(({ client }) => client !== null).map(({ text }) => text);
  const notes = () => news.filter(({ client }) => client === null).map(({ text }) => text);
  return { ports, news, result, pass, write, told, notes, stop: () => controller.abort() };
}

describe('watching the logs', () => {
  test('tells one line per happening, from the moment of the start on', async () => {
    const { write, news, notes, stop, result } = await startWatch();
    write(line('Node version: v26.3.0, Platform: linux'), line(STARTED), line(BROWSER, 2));
    stop();
    await result;
    expect(notes()).toEqual([
      '3 logs are followed, and those that appear. Now try again in Claude.',
    ]);
    expect(news.slice(1)).toEqual([
      {
        at: '2026-11-23T12:00:01.000Z',
        client: 'claude-code',
        server: 'acme',
        mark: 'ok',
        text: 'started to connect',
      },
      {
        at: '2026-11-23T12:00:02.000Z',
        client: 'claude-code',
        server: 'acme',
        mark: 'waiting',
        text: 'opened the sign-in page, waits for the sign-in',
      },
    ]);
  });

  test('ends with the mode that the lines name, its title and what to do first', async () => {
    const { write, pass, result, told } = await startWatch();
    write(line(STARTED), line(NO_DCR));
    await pass(1000);
    const { end, durationMs, files } = await result;
    const mode = RULES.modes.find(({ code }) => code === 'F40');
    expect(told().at(-1)).toMatch(/^failed: “Incompatible auth server/);
    expect(end).toMatchObject({
      outcome: 'failed',
      code: 'F40',
      title: mode?.title,
      next: mode?.whatToDo,
      incident: { client: 'claude-code', server: 'acme', ended: 'failed', file: LOG },
    });
    expect(end.headline).toMatch(/^Claude Code could not connect to acme: “/);
    expect([durationMs, files]).toEqual([1000, 3]);
  });

  test('waits for the lines that follow: a refusal becomes a sign-in that is needed', async () => {
    const { write, pass, result } = await startWatch();
    write(line(STARTED), line(UNAUTHORIZED));
    await pass(100);
    write(line(NEEDS));
    await pass(1000);
    const { end } = await result;
    expect(end.outcome).toBe('needs-sign-in');
    expect(end.headline).toBe('Claude Code needs a sign-in for acme.');
    expect(end.next).toContain('claude mcp login');
  });

  test('a client that opened the sign-in page and says it needs a sign-in is still at it', async () => {
    const { write, pass, told, result } = await startWatch();
    write(line(STARTED), line(BROWSER), line(NEEDS));
    await pass(5000);
    expect(told().at(-1)).toBe('opened the sign-in page, waits for the sign-in');
    write(line(CONNECTED, 6));
    await pass(1000);
    expect((await result).end.outcome).toBe('connected');
  });

  test('a line that names no run belongs to the run that wrote last', async () => {
    const { ports, pass, told, stop, result } = await startWatch();
    const at = `[${new Date(START + 1000).toISOString()}]`;
    const file = `/home/ada/.mcp-auth/mcp-remote-v1/${'ab'.repeat(16)}_debug.log`;
    ports.files.put(file, '');
    await pass(1000);
    ports.logs.write(file, `${at}[7] Discovered authorization server: https://auth.example`);
    ports.logs.write(file, 'Please authorize this client by visiting:');
    ports.logs.write(file, `${at}[7] Authentication required. Waiting for authorization...`);
    await pass(5000);
    expect(told().at(-1)).toBe('opened the sign-in page, waits for the sign-in');
    stop();
    expect((await result).end.outcome).toBe('stopped');
  });

  test('an attempt that connects ends well and says that nothing is left to do', async () => {
    const { write, pass, result } = await startWatch();
    write(line(STARTED), line(CONNECTED));
    await pass(1000);
    expect((await result).end).toMatchObject({
      outcome: 'connected',
      headline: 'Claude Code connected to acme.',
      code: null,
    });
  });

  test('a connection that is closed on purpose is no end', async () => {
    const { ports, pass, result, stop } = await startWatch();
    const at = new Date(START + 1000).toISOString();
    ports.logs.write(DESKTOP, `${at} [acme] [info] Server transport closed (intentional shutdown)`);
    await pass(5000);
    stop();
    expect((await result).end.outcome).toBe('stopped');
  });

  test('a log that appears is read from its beginning', async () => {
    const { ports, pass, result, told } = await startWatch();
    ports.files.put(NEW_LOG, [line(STARTED, 3), line(NO_DCR, 4)].join('\n'));
    await pass(1000);
    await pass(1000);
    await result;
    expect(told()).toHaveLength(2);
  });

  test('an old log that appears under a new name is not told again', async () => {
    const { ports, pass, result, told, stop } = await startWatch();
    ports.files.put(NEW_LOG, [line(STARTED, -300), line(NO_DCR, -299)].join('\n'));
    await pass(1000);
    await pass(1000);
    stop();
    expect((await result).end.outcome).toBe('stopped');
    expect(told()).toEqual([]);
  });

  test('a long log that appears was rotated there; only what is added to it is read', async () => {
    const { ports, pass, result, told, stop } = await startWatch();
    ports.files.put(NEW_LOG, `${line(STARTED, 3)}\n${' '.repeat(5 * 1024 * 1024)}`);
    await pass(1000);
    ports.logs.write(NEW_LOG, line(BROWSER, 4));
    stop();
    await result;
    expect(told()).toEqual(['opened the sign-in page, waits for the sign-in']);
  });

  test('of one chosen server nothing is told of another', async () => {
    const { ports, write, told, stop, result } = await startWatch({ target: ACME });
    ports.logs.write(OTHER, line(STARTED));
    write(line(`Initializing HTTP transport to ${URL_OF_ACME}`), line(STARTED));
    stop();
    await result;
    expect(told()).toEqual(['started to connect']);
  });

  test('the address in a log outweighs the name: another project can have an acme, too', async () => {
    const { write, told, stop, result } = await startWatch({ target: ACME });
    write(line('Initializing HTTP transport to https://elsewhere.example/mcp'), line(STARTED));
    stop();
    await result;
    expect(told()).toEqual([]);
  });

  test('an address that nothing here configures is met in the log of a client by its address', async () => {
    const target = { url: 'https://mcp.far.example/mcp', entries: [] };
    const { write, told, notes, stop, result } = await startWatch({ target });
    write(line('Initializing HTTP transport to https://mcp.far.example/mcp'), line(STARTED));
    stop();
    await result;
    expect(notes()[0]).toMatch(/^No configuration on this machine names this server\. If it is a/);
    expect(told()).toEqual(['started to connect']);
  });

  test('`stopped` goes on behind an end, and the last one counts', async () => {
    const { write, pass, notes, stop, result } = await startWatch({ until: 'stopped' });
    write(line(STARTED), line(NO_DCR));
    await pass(5000);
    write(line(STARTED, 6, 's2'), line(CONNECTED, 7, 's2'));
    write(line('HTTP connection closed after 0s (cleanly)', 8, 's2'));
    await pass(5000);
    stop();
    expect((await result).end.outcome).toBe('connected');
    expect(notes().some((one) => one.includes('No client can register itself'))).toBe(true);
    expect(notes().filter((one) => one.includes('connected to acme'))).toHaveLength(1);
  });
});

describe('when nothing comes', () => {
  test('silence is said once after 20 s, and again only after something was written', async () => {
    const { write, pass, notes, stop, result } = await startWatch();
    await pass(19_000);
    expect(notes()).toHaveLength(1);
    await pass(1000);
    await pass(60_000);
    expect(notes()).toHaveLength(2);
    expect(notes()[1]).toMatch(/^Nothing was written for 20 s\. Claude Code writes its logs by it/);
    write(line('Node version: v26.3.0, Platform: linux'));
    await pass(20_000);
    expect(notes()).toHaveLength(3);
    stop();
    await result;
  });

  test('silence behind a sign-in page says what is waited for, and how to look', async () => {
    const { write, pass, notes, stop, result } = await startWatch();
    write(line(STARTED), line(BROWSER));
    await pass(20_000);
    expect(notes().at(-1)).toBe(
      'Nothing was written for 20 s. Claude Code waits for the sign-in to acme. `claude mcp list` shows how it went.',
    );
    stop();
    await result;
  });

  test('L1: it is stopped at once, and says who writes where', async () => {
    const { stop, result, ports } = await startWatch();
    stop();
    const { end } = await result;
    expect(end).toMatchObject({ outcome: 'stopped', headline: 'Nothing was written.' });
    expect(end.next).toContain('leaves no log here');
    expect(ports.clock.pending).toBe(0);
  });

  test('L1: it ends by itself after an hour', async () => {
    const { pass, result } = await startWatch();
    await pass(60 * 60 * 1000);
    expect((await result).end.next).toMatch(/^Watching ended after an hour\./);
  });

  test('a sign-in that nobody finished is what it says when it is stopped', async () => {
    const { write, stop, result } = await startWatch();
    write(line(STARTED), line(BROWSER));
    stop();
    expect((await result).end).toMatchObject({
      outcome: 'stopped',
      headline: 'Claude Code still waits for the sign-in to acme.',
      incident: { ended: 'open' },
    });
  });
});

describe('a log that means no good', () => {
  test('H2, H13: no secret and no hidden character of a line is told', async () => {
    const { write, pass, news, result } = await startWatch();
    const text = `${NO_DCR} \u001b[31m\u202e Bearer planted-secret-0123456789`;
    write(line(STARTED), line(text));
    await pass(1000);
    const all = JSON.stringify([news, (await result).end]);
    expect(all).toContain('does not support dynamic client registration');
    expect(all).not.toMatch(/planted|(?<!\\)\\u001b|\u202e/);
  });

  test('ten thousand lines are not told one by one, and what was left out is counted', async () => {
    const { ports, told, notes, pass, stop, result } = await startWatch({ until: 'stopped' });
    const one = (at: number) => [line(STARTED, 1, `s${at}`), line(BROWSER, 1, `s${at}`)];
    ports.logs.write(LOG, ...Array.from({ length: 5000 }, (_, at) => one(at)).flat());
    expect(told()).toHaveLength(40);
    await pass(1000);
    ports.logs.write(LOG, line(STARTED, 3, 'last'));
    expect(notes().at(-1)).toMatch(/^\d{4} more lines came too fast to be told\.$/);
    stop();
    expect((await result).news.length).toBeLessThanOrEqual(500);
  });

  test('L2: folders and files that cannot be read end nothing', async () => {
    let looks = 0;
    const findLogs: WatchParts['findLogs'] = (ports) => {
      looks += 1;
      return looks % 2 === 1 ? Promise.reject(new Error('EACCES')) : WATCH_PARTS.findLogs(ports);
    };
    const { pass, notes, result, stop, ports } = await startWatch({}, { ...WATCH_PARTS, findLogs });
    ports.logs.follow = () => Promise.reject(new Error('EIO'));
    await pass(1000);
    expect(notes()).toContain(`${LOG} cannot be followed.`);
    stop();
    expect((await result).end.outcome).toBe('stopped');
  });
});
