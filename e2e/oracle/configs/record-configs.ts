import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../../build/build.ts';
import { askClaudeCode } from './ask-claude-code.ts';
import type { ConfigAnswer } from './config-answer.ts';
import { isManaged } from './config-case.ts';
import { CONFIG_CASES } from './config-cases.ts';

/** The file with all that one version of Claude Code said. */
function configRecordFile(version: string): string {
  return path.join(ROOT, 'e2e/oracle/configs/recorded', `claude-code-${version}.json`);
}

/** What one version of Claude Code said when it was last asked. */
export async function configRecords(version: string): Promise<readonly ConfigAnswer[]> {
  return JSON.parse(await readFile(configRecordFile(version), 'utf8')) as ConfigAnswer[];
}

/**
 * Asks a real Claude Code about every configuration, and writes down what it said.
 * @param alone whether we run in name spaces of our own; without them no case may touch /etc
 */
export async function recordConfigs(
  program: string,
  version: string,
  alone: boolean,
): Promise<void> {
  const answers: ConfigAnswer[] = [];
  for (const one of CONFIG_CASES.filter((it) => alone || !isManaged(it))) {
    const answer = await askClaudeCode(program, one);
    answers.push(answer);
    console.log(`claude-code ${version}  ${one.name}: ${answer.list ?? 'not listed'}`);
  }
  await mkdir(path.dirname(configRecordFile(version)), { recursive: true });
  await writeFile(configRecordFile(version), `${JSON.stringify(answers, null, 2)}\n`);
}
