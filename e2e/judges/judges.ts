/**
 * `npm run judges`: asks every judge that nobody here wrote and writes docs/judges.md: the real
 * servers live, the real clients from what `npm run oracle` recorded, beside fresh predictions.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../build/build.ts';
import { compareOn, recordedPatients } from '../oracle/compare-all.ts';
import type { Comparison } from '../oracle/compare.ts';
import { checkServer } from './check-server.ts';
import { judgesText, type ServerRow } from './judges-text.ts';
import { REAL_SERVERS } from './start-real-server.ts';

const FILE = path.join(ROOT, 'docs', 'judges.md');

async function main(): Promise<void> {
  const servers: ServerRow[] = [];
  for (const { name, made, start } of REAL_SERVERS) {
    const running = await start();
    try {
      const target = await checkServer(running.url, true);
      servers.push({ name, made, target });
      console.log(`${name}: ${target.findings.length} findings`);
    } finally {
      await running.close();
    }
  }
  const clients: Comparison[] = [];
  for (const patient of recordedPatients()) clients.push(...(await compareOn(patient)));
  await writeFile(FILE, judgesText(servers, clients));
  console.log(`Wrote ${path.relative(ROOT, FILE)}.`);
}

await main();
