import { expect, test } from 'vitest';
import { fileChange } from './file-change.ts';
const bytes = (t: string) => new TextEncoder().encode(t);
test('x', () => {
  const before =
    '{\n  "mcpServers": {\n    "a": {\n      "command": "npx",\n      "args": ["-y", "mcp-remote", "https://x.example/mcp"],\n      "env": { "TOKEN": "sk-abcdefgh" }\n    },\n    "b": {\n      "command": "node",\n      "env": { "K": "v" }\n    }\n  }\n}\n';
  const after = before
    .replace('sk-abcdefgh', 'sk-abcdefgX')
    .replace('mcp-remote', 'mcp-remote@0.15.1');
  const out = fileChange({
    file: '/home/u/x.json',
    leadsTo: null,
    before: bytes(before),
    after: bytes(after),
    hashBefore: 'x',
    hashAfter: 'y',
    notes: [],
  });
  console.log(JSON.stringify(out, null, 1));
  const big = `{"a":"${'x'.repeat(10_000_000)}","b":1}`;
  const t = Date.now();
  const o2 = fileChange({
    file: '/home/u/x.json',
    leadsTo: null,
    before: bytes(big),
    after: bytes(big.replace('"b":1', '"b":2')),
    hashBefore: 'x',
    hashAfter: 'y',
    notes: [],
  });
  console.log(Date.now() - t, o2);
  const many = Array.from({ length: 300_000 }, (_, i) => `  "key${i}": "value ${i}"`).join(',\n');
  const t2 = Date.now();
  const o3 = fileChange({
    file: '/home/u/x.json',
    leadsTo: null,
    before: bytes(`{\n${many}\n}`),
    after: bytes(`{\n${many},\n"x":1\n}`),
    hashBefore: 'x',
    hashAfter: 'y',
    notes: [],
  });
  console.log(Date.now() - t2, o3);
  expect(1).toBe(1);
});
