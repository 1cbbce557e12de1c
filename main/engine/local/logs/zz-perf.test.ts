import { test } from 'vitest';
import { readFileSync } from 'node:fs';
import { createLogReader } from './log-reader.ts';
import { needlesFor } from './signatures/index.ts';
import { sampleLogLine } from '../../testing/sample-log-line.ts';
test('perf', () => {
  for (const [format, f] of [['code-jsonl', '/work/shared/captures/claude-code-2.1.330/token-then-401/log3.jsonl'], ['remote-debug', '/work/shared/captures/mcp-remote-0.15.1/token-then-401/efdd15a710e70e2d6c42769a3f414452_debug.log'], ['desktop-server', null]] as const) {
    const needles = needlesFor(format);
    const src = f ? readFileSync(f, 'utf8').split('\n') : ['Initializing server...', 'Server started and connected successfully', 'Server transport closed', 'Server disconnected. For', 'spawn npx ENOENT'].map((m) => sampleLogLine('desktop-server', m));
    const hits = src.filter((l) => needles.some((n) => l.includes(n)));
    const reader = createLogReader({ client: 'claude-code', format, file: '/x', server: 'a', project: null, hash: null });
    let bytes = 0, offset = 1e9; let n = 0; const t = performance.now();
    for (let part = 0; part < 40; part++) {
      const lines = [];
      offset -= 10_000 * 400;
      for (let i = 0; i < 5000; i++) { const text = hits[i % hits.length]!; bytes += text.length; lines.push({ offset: offset + i * 400, line: null, text, head: null }); }
      reader.take(lines); n += lines.length;
    }
    const ms = performance.now() - t;
    console.log(format, needles.length, 'needles', hits.length, 'of', src.length, (bytes / 2 ** 20 / (ms / 1000)).toFixed(1), 'MiB/s', (ms * 1000 / n).toFixed(2), 'us/line');
  }
});
