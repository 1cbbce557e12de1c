import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../build/build.ts';
import { RECORDED, type Capture } from './capture.ts';

function fileOf({ client, version }: (typeof RECORDED)[number]): string {
  return path.join(ROOT, 'e2e', 'captures', 'reduced', `${client}-${version}.json`);
}

/** The recordings as they lie in this repository: reduced to what Unblank reads of them. */
export function reducedCaptures(): readonly Capture[] {
  return RECORDED.flatMap(
    (recorded) => JSON.parse(readFileSync(fileOf(recorded), 'utf8')) as Capture[],
  );
}

/** Writes them anew. */
export function writeReduced(captures: readonly Capture[]): void {
  for (const recorded of RECORDED) {
    const own = captures.filter(
      ({ client, version }) => client === recorded.client && version === recorded.version,
    );
    writeFileSync(fileOf(recorded), `${JSON.stringify(own, null, 2)}\n`);
  }
}
