import { firstNotAsked } from '../clients/replay/not-asked.ts';
import { isSignInPage } from '../clients/replay/guessed-endpoint.ts';
import { statusOf } from '../clients/replay/replay.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import { defineTargetMode } from '../model/mode.ts';
import { httpEvidence } from './evidence/http-evidence.ts';
import { serverDocument } from './evidence/server-document.ts';
import { serverInUse } from './evidence/server-in-use.ts';

/** F30: without metadata, clients open a guessed address in the browser, and it is a 404. */
export const mode = defineTargetMode({
  code: 'F30',
  title: 'Claude would open a guessed sign-in page',
  explanation:
    'Without metadata, clients guess /authorize, /token and /register at the root of the host. The browser then opens an address that you never made.',
  whatToDo: 'Publish the metadata; the guess then never happens.',
  step: 'authorize',
  severity: 'error',
  category: 'deployment',
  confidence: 'likely',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['AS-27'],
  followsFrom: ['F23', 'F24', 'F25', 'F27', 'F29', 'F28', 'F22', 'F20', 'F16', 'F17', 'F18'],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/716',
    'https://github.com/anthropics/claude-ai-mcp/issues/928',
  ],
  needs: ['url', 'first', 'resourceMetadata', 'authorizationServers'],
  judge: (evidence) => {
    const server = serverInUse(evidence);
    if (
      !asksForSignIn(evidence.first) ||
      server?.guessed == null ||
      serverDocument(server) !== null ||
      firstNotAsked(server.attempts) !== null
    )
      return [];
    const status = statusOf(server.guessed);
    const url = server.guessed.request.url;
    const isThere = isSignInPage(status);
    return [
      {
        detail: `Here it would be ${url}, which ${status === null ? 'gives no answer' : `answers ${status}`}.`,
        severity: isThere ? 'warning' : 'error',
        clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
        evidence: [httpEvidence(server.guessed, 'the address that clients guess')],
      },
    ];
  },
});
