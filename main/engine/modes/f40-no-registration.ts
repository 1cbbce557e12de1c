import { asksForSignIn } from '../probe/challenge-of.ts';
import { registrationWays } from '../clients/replay/server-metadata.ts';
import { defineTargetMode } from '../model/mode.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';
import { serverDocument } from './evidence/server-document.ts';
import { serverInUse } from './evidence/server-in-use.ts';

/** F40: a client cannot get an id by itself. */
export const mode = defineTargetMode({
  code: 'F40',
  title: 'No client can register itself',
  explanation:
    'The authorization server offers neither dynamic registration nor client-id documents, so a client that nobody prepared has no id. Claude Code stops with “Incompatible auth server: does not support dynamic client registration”; Claude says it “couldn’t register”.',
  whatToDo:
    'Either let clients register (registration_endpoint), or register one by hand and give its id to each client: in Claude under the connector’s advanced settings, in Claude Code with --client-id, --client-secret and --callback-port, in mcp-remote with --static-oauth-client-info.',
  step: 'registration',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['AS-17', 'DR-01', 'CI-12'],
  references: [
    'https://github.com/anthropics/claude-code/issues/3273',
    'https://code.claude.com/docs/en/mcp',
  ],
  needs: ['url', 'first', 'resourceMetadata', 'authorizationServers'],
  judge: (given) => {
    if (!asksForSignIn(given.first)) return [];
    const document = serverDocument(serverInUse(given));
    if (document?.json == null) return [];
    const ways = registrationWays(document.json);
    if (ways.dynamic) return [];
    const evidence = [attemptEvidence(document)];
    if (ways.documents && ways.publicClients) return [{ ...DOCUMENTS_ONLY, evidence }];
    const half = ways.documents;
    return [
      {
        title: half ? 'Client-id documents are on, public clients are not' : undefined,
        explanation: half
          ? 'The authorization server takes client-id documents but does not list none under token_endpoint_auth_methods_supported, so Claude does not use them. Claude Code does.'
          : undefined,
        evidence,
      },
    ];
  },
});

/** Legal, and what the newest revision prefers; but not every client has a document of its own. */
const DOCUMENTS_ONLY = {
  title: 'Only clients with an id document get in',
  explanation:
    'The authorization server knows clients by their id documents and lets none register. Claude and Claude Code have such a document; mcp-remote and others have none, and stop.',
  whatToDo:
    'Nothing, where Claude and Claude Code are all that connects. For the others offer a registration_endpoint as well, or register a client by hand and give them its id.',
  severity: 'warning',
} as const;
