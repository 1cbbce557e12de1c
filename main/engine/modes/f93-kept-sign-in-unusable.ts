import { ACCOUNT_POINTER } from '../local/stores/claude-code-sign-ins.ts';
import type { AuthorizationServerEvidence, ServerEntry } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import type { StoredSignIn } from '../model/store-evidence.ts';
import { entryWithOtherClient, otherServers } from './evidence/other-origin.ts';
import { storedEvidence } from './evidence/stored-evidence.ts';
import { shellWord } from './words/shell-word.ts';
import { shortTime } from '../run/short-time.ts';

/** F93: what Claude Code keeps for a server cannot sign in, and cannot be renewed. */
export const mode = defineTargetMode({
  code: 'F93',
  title: 'Claude Code keeps a sign-in that cannot work',
  explanation:
    'Claude Code keeps an entry for this server that has no usable access token and nothing to renew it with. It shows “Needs authentication”, and some versions never replace such an entry by themselves.',
  whatToDo:
    'Sign out of this one server and in again, as shown. That removes its entry and no other. Where the new sign-in fails too, the server’s other findings say why, and a second deletion does not help.',
  step: 'token',
  severity: 'warning',
  category: 'account',
  confidence: 'certain',
  clients: ['claude-code'],
  requirements: [],
  // A token request that fails leaves such an entry behind (seen in 2.1.197).
  followsFrom: ['F81', 'F82'],
  references: [
    'https://github.com/anthropics/claude-code/issues/95113',
    'https://github.com/anthropics/claude-code/issues/28262',
  ],
  needs: ['local', 'entries'],
  uses: ['authorizationServers'],
  judge: ({ local: { stores, facts }, entries, authorizationServers }) =>
    stores.signIns
      .filter(({ client, pointer }) => client === 'claude-code' && pointer !== ACCOUNT_POINTER)
      .flatMap((one) => {
        const found = unusable(one, facts.now) ?? elsewhere(one, entries, authorizationServers);
        if (found === null) return [];
        return [{ ...found, ...commands(one), evidence: [storedEvidence(one, facts.now)] }];
      }),
});

type Words = Omit<Occurrence, 'evidence'>;

function unusable(one: StoredSignIn, now: number): Words | null {
  if (one.refresh === 'present') return null;
  return ROWS.find(({ when }) => when(one, now))?.says(one) ?? null;
}

/** Good by itself, and of another place or client than it would be asked for now. */
function elsewhere(
  one: StoredSignIn,
  entries: readonly ServerEntry[],
  servers: readonly AuthorizationServerEvidence[] | null,
): Words | null {
  const issuers = otherServers(one, servers);
  if (issuers !== null) {
    return {
      title: 'Claude Code is signed in at another server',
      explanation:
        'The tokens that Claude Code keeps were given by another authorization server than your server names now. Your server can turn them away, and they cannot be renewed at the new one.',
      detail: `The kept sign-in is of ${one.issuer}; the metadata names ${issuers.join(', ')}.`,
      confidence: 'likely',
    };
  }
  const own = entries.filter(({ client }) => client === 'claude-code');
  if (entryWithOtherClient(one, own) === null) return null;
  return {
    title: 'Claude Code is signed in with another client id',
    explanation:
      'The entry gives a client id, and the kept sign-in was made with another one. The id of the entry counts from the next sign-in on.',
    severity: 'advice',
    confidence: 'likely',
  };
}

interface Row {
  readonly when: (one: StoredSignIn, now: number) => boolean;
  readonly says: (one: StoredSignIn) => Words;
}

/** The worst first. */
const ROWS: readonly Row[] = [
  {
    when: ({ expiresAt }) => expiresAt !== null && expiresAt <= 0,
    says: ({ expiresAt }) => ({
      detail: `The kept time of expiry is ${expiresAt}, so every token counts as expired.`,
    }),
  },
  {
    when: ({ access }) => access !== 'present',
    says: () => ({
      title: 'A sign-in in Claude Code was never finished',
      explanation:
        'Claude Code began to sign in to this server and got no token. What it keeps is the beginning only: it shows “Needs authentication” until a sign-in comes to its end.',
      whatToDo:
        'Sign in again, as shown. Deleting the entry is not needed. Where the sign-in stops again, the server’s other findings say where.',
      severity: 'advice',
    }),
  },
  {
    when: ({ expiresAt }, now) => expiresAt !== null && expiresAt <= now,
    says: ({ expiresAt }) => ({
      title: 'The sign-in that Claude Code keeps is over',
      explanation:
        'The access token has expired, and the server gave nothing to renew it with. Claude Code asks for a new sign-in each time one runs out.',
      whatToDo:
        'Sign in again, as shown. To be asked less often, the server’s authorization server has to give refresh tokens.',
      detail: `It was good until ${shortTime(expiresAt ?? 0)}.`,
      severity: 'advice',
    }),
  },
];

function commands({ server }: StoredSignIn): Pick<Occurrence, 'snippet'> {
  if (server === null) return {};
  return {
    snippet: `claude mcp logout ${shellWord(server)}\nclaude mcp login ${shellWord(server)}`,
  };
}
