import { ACCOUNT_POINTER } from '../local/stores/claude-code-sign-ins.ts';
import { defineMachineMode } from '../model/mode.ts';
import type { StoredSignIn } from '../model/store-evidence.ts';
import { storedEvidence } from './evidence/stored-evidence.ts';

/** F97: Claude Code's own sign-in to Claude is over, so connectors of claude.ai refuse it. */
export const mode = defineMachineMode({
  code: 'F97',
  title: 'Claude Code’s sign-in to Claude is over',
  explanation:
    'Connectors that you added at claude.ai reach Claude Code through your account. Its sign-in to that account is over and cannot be renewed: “claude.ai rejected the session token. Run /login, then reconnect.”',
  whatToDo:
    'Run /login in Claude Code, then reconnect with /mcp. Do not run /logout first: that deletes the sign-ins of all your servers too.',
  step: 'local',
  severity: 'warning',
  category: 'account',
  confidence: 'likely',
  clients: ['claude-code'],
  requirements: [],
  references: ['https://code.claude.com/docs/en/errors'],
  judge: ({ stores, facts }) =>
    stores.signIns
      .filter((one) => one.pointer === ACCOUNT_POINTER && isOver(one, facts.now))
      .map((one) => ({ evidence: [storedEvidence(one, facts.now)] })),
});

function isOver({ access, refresh, expiresAt }: StoredSignIn, now: number): boolean {
  if (refresh === 'present') return false;
  return access !== 'present' || (expiresAt !== null && expiresAt <= now);
}
