import { registrationWays } from '../clients/replay/server-metadata.ts';
import { defineTargetMode } from '../model/mode.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import { serverDocument } from './evidence/server-document.ts';
import { serverInUse } from './evidence/server-in-use.ts';

/** F52: a connector of Claude's directory has no client id there, and tries to register. */
export const mode = defineTargetMode({
  code: 'F52',
  title: 'A listed connector has no client id at Anthropic',
  explanation:
    'For connectors of Claude’s directory whose server takes no registration, Anthropic keeps the client id. Where it is missing there, Claude tries to register and fails for everybody.',
  whatToDo:
    'Write to mcp-review@anthropic.com with the client id that you made for Claude and how its secret can be handed over.',
  step: 'registration',
  severity: 'error',
  category: 'account',
  confidence: 'possible',
  clients: ['claude-hosted'],
  requirements: ['AS-17'],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/841',
    'https://github.com/anthropics/claude-ai-mcp/issues/842',
  ],
  needs: ['url', 'first', 'resourceMetadata', 'authorizationServers'],
  judge: (evidence) => {
    if (!asksForSignIn(evidence.first)) return [];
    const document = serverDocument(serverInUse(evidence))?.json ?? null;
    if (document === null) return [];
    const { dynamic, documents } = registrationWays(document);
    if (dynamic || documents) return [];
    return {
      notSeen:
        'Your server takes no registration. If it is listed in Claude’s directory, only Anthropic sees whether Claude has an id for it.',
    };
  },
});
