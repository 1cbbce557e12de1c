import { registrationWays } from '../clients/replay/server-metadata.ts';
import { defineTargetMode } from '../model/mode.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import { serverDocument } from './evidence/server-document.ts';
import { serverInUse } from './evidence/server-in-use.ts';

/**
 * F41: Claude Code does not use the client id that was given to it. Only its log shows that, and it
 * matters only where a server offers no registration.
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
  needs: ['url', 'entries', 'first', 'resourceMetadata', 'authorizationServers'],
  judge: (evidence) => {
    const isSetUp = evidence.entries.some(
      (one) => one.client === 'claude-code' && one.url !== null,
    );
    if (!isSetUp || !asksForSignIn(evidence.first)) return [];
    const document = serverDocument(serverInUse(evidence))?.json ?? null;
    if (document === null) return [];
    const { dynamic, documents } = registrationWays(document);
    if (dynamic || documents) return [];
    return {
      notSeen:
        'Whether Claude Code uses a client id from its entry shows in its log only: “does not support dynamic client registration” there, with oauth.clientId in the entry, tells.',
    };
  },
});
