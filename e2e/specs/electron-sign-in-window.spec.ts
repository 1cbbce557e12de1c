import { expect, test } from 'playwright/test';
import { SIGN_IN_WAY_CONTRACT } from '../../main/engine/testing/sign-in-way-contract.ts';
import { runStandIn } from '../drivers/stand-in-driver.ts';
import { withBuiltMain } from '../testing/built-main.ts';

interface Line {
  readonly name?: string;
  readonly expected?: unknown;
  readonly observed?: unknown;
  readonly session?: string;
  readonly done?: boolean;
}

/** The contract runs as a whole in one main process; every test reads its own line of it. */
const contractTest = test.extend<object, { lines: readonly Line[] }>({
  lines: [({}, use) => runContract(use), { scope: 'worker', timeout: 180_000 }],
});

async function runContract(use: (lines: readonly Line[]) => Promise<void>): Promise<void> {
  const { log } = await withBuiltMain('sign-in-main', (main) =>
    runStandIn({ home: '/', os: 'linux' }, { main }),
  );
  await use(log.split('\n').flatMap(readLine));
}

function readLine(line: string): readonly Line[] {
  try {
    return [JSON.parse(line) as Line];
  } catch {
    return line === '' ? [] : [{ name: 'not a line of ours', observed: line }];
  }
}

for (const { name, expected } of SIGN_IN_WAY_CONTRACT)
  contractTest(`the Electron form keeps the contract: ${name}`, ({ lines }) => {
    expect(lines.find((line) => line.name === name)?.observed).toEqual(expected);
  });

contractTest('D2: every attempt has a session of its own', ({ lines }) => {
  const sessions = lines.flatMap((line) => line.session ?? []);
  expect(sessions.filter((name) => name === 'other')).toHaveLength(1);
  expect(sessions.length).toBeGreaterThan(SIGN_IN_WAY_CONTRACT.length);
});

contractTest('nothing in it was missing in the stand-in, and it came to its end', ({ lines }) => {
  expect(lines.at(-1)).toEqual({ done: true });
  expect(
    lines.filter((line) => line.name === undefined).map((line) => JSON.stringify(line)),
  ).toEqual(
    lines
      .filter((line) => line.session !== undefined || line.done)
      .map((line) => JSON.stringify(line)),
  );
});
