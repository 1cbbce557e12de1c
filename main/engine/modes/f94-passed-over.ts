import { isPassedOver, passedOverUntil } from '../local/stores/needs-auth-time.ts';
import type { LocalEvidence } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import type { NeedsAuthEntry } from '../model/store-evidence.ts';
import { storedEvidence } from './evidence/stored-evidence.ts';
import { quotedName } from './words/quoted-name.ts';
import { shellWord } from './words/shell-word.ts';
import { shortTime } from '../run/short-time.ts';

/** F94: Claude Code does not ask a server again, because it asked for a sign-in a while ago. */
export const mode = defineTargetMode({
  code: 'F94',
  title: 'Claude Code passes your server over for now',
  explanation:
    'Claude Code notes when a server asks for a sign-in, and for 15 minutes it does not connect to a server of that name again: “Skipping connection (cached needs-auth)”. A server that was repaired or signed in to meanwhile stays away until then.',
  whatToDo:
    'Sign in from the list that /mcp shows, or wait until the time is over. The note can be deleted from the file, this one key only and with a copy kept; no sign-in has to be deleted for it.',
  step: 'local',
  severity: 'advice',
  category: 'runtime',
  confidence: 'certain',
  clients: ['claude-code'],
  requirements: [],
  // Where the server turns away a token that it gave, the note is right.
  followsFrom: ['F83', 'F84', 'F87'],
  references: [
    'https://github.com/anthropics/claude-code/issues/48670',
    'https://github.com/anthropics/claude-code/issues/80635',
    'https://github.com/anthropics/claude-code/issues/78220',
  ],
  needs: ['local'],
  judge: ({ local }) =>
    local.stores.needsAuth
      .filter((one) => isPassedOver(one, local.facts.now))
      .map((one) => occurrence(one, local)),
});

function occurrence(one: NeedsAuthEntry, local: LocalEvidence): Occurrence {
  const until = shortTime(passedOverUntil(one) ?? 0);
  const name = quotedName(one.server);
  const kept = local.stores.signIns.find((two) => two.client === 'claude-code');
  const isSignedIn = kept?.access === 'present';
  return {
    title: `Claude Code passes ${name} over for now`,
    detail: `It does so until ${until}.${isSignedIn ? SIGNED_IN : ''}${sharedWords(one, local)}`,
    severity: isSignedIn ? 'warning' : 'advice',
    snippet: `claude mcp login ${shellWord(one.server)}`,
    evidence: [
      storedEvidence(one, local.facts.now),
      ...(isSignedIn ? [storedEvidence(kept, local.facts.now)] : []),
    ],
  };
}

const SIGNED_IN = ' A sign-in is kept for this server all the same.';

/** The note has the name and not the address, so that servers of one name share it (F117). */
function sharedWords({ server }: NeedsAuthEntry, { configs }: LocalEvidence): string {
  const entries = configs
    .filter(({ client }) => client === 'claude-code')
    .flatMap((one) => one.entries.filter(({ name }) => name === server));
  const urls = new Set(entries.map(({ url }) => url));
  return urls.size > 1 ? ` ${urls.size} servers share this name, and so this note.` : '';
}
