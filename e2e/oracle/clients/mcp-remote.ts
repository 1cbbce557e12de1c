import path from 'node:path';
import { followSignIn } from '../follow-sign-in.ts';
import type { RealClient } from '../real-client.ts';
import { runProgram } from '../run-program.ts';

const PAGES = /visiting:\s*(https?:\S+)/g;
const CONNECTED = /"tools"/;
/** Lines that name an error; that of the first 401 is no fault, and “Error: undefined” says nothing. */
const FAULTS = /\b(?:[A-Z]\w*)?Error: (?!undefined|Unauthorized)([^\n]{8,180})/g;

/** mcp-remote, its own test client: signs in by a listener on loopback. */
export const mcpRemote: RealClient = {
  id: 'mcp-remote',
  version: '0.15.1',
  packages: 'mcp-remote@0.15.1',
  program: (folder) => path.join(folder, 'node_modules/.bin/mcp-remote-client'),
  async connect(program, patient, home) {
    const opened = new Set<string>();
    const text = await runProgram({
      command: process.execPath,
      args: [program, patient.url, '--allow-http', '--debug', '--auth-timeout', '8'],
      env: { HOME: home, PATH: '/usr/bin:/bin', BROWSER: '/bin/true', ...trust(patient.ca, home) },
      cwd: home,
      limitMs: 25_000,
      onText: (all, { end }) => {
        for (const [, page = ''] of all.matchAll(PAGES)) {
          if (opened.has(page)) continue;
          opened.add(page);
          void followSignIn(page).then((back) => (back === null ? end() : visit(back)));
        }
      },
      isOver: (all) => /"tools"|Fatal error|Tools: /.test(all),
    });
    const connected = CONNECTED.test(text) && !/Fatal error/.test(text);
    const said = [...text.matchAll(FAULTS)].at(-1)?.[1] ?? 'no answer in time';
    return { connected, said: connected ? null : said, requests: patient.requests.length };
  },
};

/** The client may open the page before it listens for the way back: a person is not that fast. */
async function visit(url: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await fetch(url).catch(() => null)) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
const TRIES = 25;
const PAUSE_MS = 200;

function trust(ca: string | null, home: string): Record<string, string> {
  return ca === null ? {} : { NODE_EXTRA_CA_CERTS: path.join(home, 'ca.pem') };
}
