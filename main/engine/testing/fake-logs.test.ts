import { describe, expect, test } from 'vitest';
import { createFakeFiles } from './fake-files.ts';
import { createFakeLogs } from './fake-logs.ts';
import { LOGS_CONTRACT, LOGS_CONTRACT_TREE, type LogsRig } from './logs-contract.ts';

function rig(): LogsRig {
  const tree = Object.entries(LOGS_CONTRACT_TREE).map(([name, text]) => [`/rig/${name}`, text]);
  const logs = createFakeLogs(createFakeFiles(Object.fromEntries(tree)));
  const write = async (path: string, line: string) => logs.write(path, line);
  return { logs, root: '/rig', write };
}

describe('the fake logs keep the contract', () => {
  test.each(LOGS_CONTRACT)('$name', async ({ observe, expected }) => {
    expect(await observe(rig())).toEqual(expected);
  });
});
