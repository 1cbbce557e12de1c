import type { System } from '../../../contract/words.ts';
import type { NotExamined } from '../../model/evidence.ts';

/** Where each system keeps what an organisation sets, besides files; where and how to look oneself. */
const ELSEWHERE: Readonly<Record<System, NotExamined | null>> = {
  darwin: {
    what: 'policies in managed preferences (com.anthropic.claudefordesktop, com.anthropic.claudecode)',
    why: 'They are no files of a home. To see them on the machine itself: “defaults read com.anthropic.claudefordesktop”.',
  },
  win32: {
    what: 'policies in the registry (SOFTWARE\\Policies\\Claude and SOFTWARE\\Policies\\ClaudeCode)',
    why: 'They are no files. To see them on the machine itself: “reg query HKLM\\SOFTWARE\\Policies\\Claude /s”.',
  },
  linux: null,
};

/**
 * Names what policies cannot be seen from files (F121), where there is a client of Claude that would
 * follow them.
 * @param os the system that is examined
 * @param hasClaude whether a file of one of its clients was found
 */
export function unreadPolicies(os: System, hasClaude: boolean): readonly NotExamined[] {
  const elsewhere = ELSEWHERE[os];
  return elsewhere === null || !hasClaude ? [] : [elsewhere];
}
