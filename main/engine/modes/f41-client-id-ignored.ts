import { registrationWays } from '../clients/replay/server-metadata.ts';
import type { ServerEntry, TargetEvidence } from '../model/evidence.ts';
import { defineTargetMode, type Judgement } from '../model/mode.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { hasLogOf, lineEvidence, sightedIn } from './evidence/log-lines.ts';
import { serverDocument } from './evidence/server-document.ts';
import { serverInUse } from './evidence/server-in-use.ts';

/**
 * F41: Claude Code does not use the client id that was given to it. Its log shows that: it tries to
 * register although its entry has an id. It matters only where a server offers no registration.
 */
export const mode = defineTargetMode({
  code: 'F41',
  title: 'Claude Code ignores the client id given to it',
  explanation:
    'Versions from 2.1.70 to 2.1.172 of Claude Code try to register although the entry of the server has oauth.clientId, and stop with “Incompatible auth server: does not support dynamic client registration”.',
  whatToDo:
    'Update Claude Code, then remove the server and add it again with --client-id, or clear its authentication under /mcp.',
  step: 'registration',
  severity: 'error',
  category: 'account',
  confidence: 'likely',
  clients: ['claude-code'],
  requirements: ['AS-17'],
  references: [
    'https://github.com/anthropics/claude-code/issues/38102',
    'https://github.com/anthropics/claude-code/issues/67258',
  ],
  needs: ['url', 'entries'],
  uses: ['first', 'resourceMetadata', 'authorizationServers', 'local'],
  judge: (evidence) => {
    const entries = evidence.entries.filter((one) => one.client === 'claude-code');
    const withId = entries.filter(({ signIn }) => signIn !== null && signIn.clientId !== null);
    const isRead = hasLogOf(evidence.local, ['claude-code']);
    if (withId.length > 0 && isRead) return fromLog(evidence.local, withId);
    return entries.length > 0 && !isRead && offersNoRegistration(evidence)
      ? {
          notSeen:
            'Whether Claude Code uses a client id from its entry shows in its log only: “does not support dynamic client registration” there, with oauth.clientId in the entry, tells.',
        }
      : [];
  },
});

function fromLog(local: TargetEvidence['local'], entries: readonly ServerEntry[]): Judgement {
  const lines = sightedIn(
    local,
    ({ code }, { client }) => code === 'F40' && client === 'claude-code',
  );
  if (lines.length === 0) return [];
  return [{ evidence: [...lines.map(lineEvidence), ...entries.map(fileEvidence)] }];
}

function offersNoRegistration(
  evidence: { readonly url: string } & Pick<
    TargetEvidence,
    'first' | 'resourceMetadata' | 'authorizationServers'
  >,
): boolean {
  const { url, first, resourceMetadata, authorizationServers } = evidence;
  if (first === null || resourceMetadata === null || authorizationServers === null) return false;
  const server = serverInUse({ url, resourceMetadata, authorizationServers });
  const document = serverDocument(server)?.json ?? null;
  if (document === null || !asksForSignIn(first)) return false;
  const { dynamic, documents } = registrationWays(document);
  return !dynamic && !documents;
}
