import { asksForSignIn } from '../probe/challenge-of.ts';
import { challengeMethods } from '../clients/replay/server-metadata.ts';
import { defineTargetMode } from '../model/mode.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';
import { serverDocument } from './evidence/server-document.ts';
import { serverInUse } from './evidence/server-in-use.ts';

/** F33: PKCE with S256 is not announced. */
export const mode = defineTargetMode({
  code: 'F33',
  title: 'The authorization server does not announce PKCE',
  explanation:
    'Claude signs in with PKCE and S256 only. Where the metadata does not list it, hosted Claude stops before the sign-in page.',
  whatToDo:
    'Add the list to the authorization server’s metadata, and to its OpenID document as well.',
  step: 'server-metadata',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['AS-13', 'AS-14', 'AS-15'],
  references: [
    'https://claude.com/docs/connectors/building/troubleshooting',
    'https://github.com/anthropics/claude-ai-mcp/issues/786',
  ],
  needs: ['url', 'first', 'resourceMetadata', 'authorizationServers'],
  judge: (evidence) => {
    if (!asksForSignIn(evidence.first)) return [];
    const document = serverDocument(serverInUse(evidence));
    if (document?.json == null) return [];
    const methods = challengeMethods(document.json);
    if (methods?.includes('S256')) return [];
    const listed = methods === null ? '' : `It lists ${methods.join(', ') || 'nothing'}. `;
    const others =
      methods === null
        ? 'Claude Code and mcp-remote go on without the list.'
        : 'Claude Code and mcp-remote stop as well.';
    return [
      {
        title: methods === null ? undefined : 'The authorization server does not offer S256',
        detail: `${listed}${others}`,
        snippet: '"code_challenge_methods_supported": ["S256"]',
        evidence: [attemptEvidence(document)],
      },
    ];
  },
});
