import { open } from 'node:fs/promises';

export interface GeneratedLog {
  readonly path: string;
  readonly bytes: number;
  /** One line in so many holds one of the needles. */
  readonly every: number;
  readonly needles: readonly string[];
}

type Form = (time: string, at: number) => string;

/** What clients write when all is well, by form and length as in their logs. */
const HAY: readonly Form[] = [
  (time, at) =>
    `${time} [demo] [info] Message from client: {"method":"tools/call","params":{"name":"search_documents","arguments":{"query":"item ${at}","limit":20}},"jsonrpc":"2.0","id":${at}}`,
  (time, at) =>
    `${time} [demo] [info] Message from server: {"jsonrpc":"2.0","id":${at},"result":{"content":[{"type":"text","text":"Document ${at} was found in the folder of the project in ${at % 97} ms"}]}}`,
  (time, at) =>
    `{"debug":"Calling MCP tool: search_documents","timestamp":"${time}","sessionId":"7c1d52c0-93f4-4d04-9d5e-${String(at).padStart(12, '0')}","cwd":"/home/user/project"}`,
  (time, at) => `[${time}][${18_000 + (at % 999)}] [Local→Remote] tools/list `,
  (_, at) =>
    `    at async Promise.all (index ${at % 40}), in node:internal/process/task_queues:95:5`,
];

const WRITE = 1024 * 1024;

/** Writes a log of at least so many bytes. @returns how many of its lines hold a needle */
export async function generateLog({ path, bytes, every, needles }: GeneratedLog): Promise<number> {
  const file = await open(path, 'w');
  try {
    let [written, at, hits, text] = [0, 0, 0, ''];
    while (written < bytes) {
      at += 1;
      const time = new Date(Date.UTC(2026, 8, 1) + at * 37).toISOString();
      const isHit = at % every === 0;
      text += `${isHit ? hitOf(needles, time, hits) : hayOf(time, at)}\n`;
      if (isHit) hits += 1;
      if (text.length < WRITE) continue;
      written += (await file.write(text)).bytesWritten;
      text = '';
    }
    return hits;
  } finally {
    await file.close();
  }
}

function hayOf(time: string, at: number): string {
  return HAY[(at * 7 + (at >> 3)) % HAY.length]?.(time, at) ?? '';
}

function hitOf(needles: readonly string[], time: string, hits: number): string {
  const needle = needles[hits % needles.length] ?? '';
  return `${time} [demo] [error] ${needle}: attempt ${hits} at https://mcp.example.com/mcp, to be tried again in 30 seconds`;
}
