import { asksForSignIn } from '../probe/challenge-of.ts';
import { isUsableResourceMetadata } from '../clients/replay/resource-metadata.ts';
import { defineTargetMode } from '../model/mode.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';
import { mismatchEvidence } from './evidence/mismatch-evidence.ts';
import { serverDocument } from './evidence/server-document.ts';
import { serverInUse } from './evidence/server-in-use.ts';

/** F31: the authorization server calls itself by another name than the one that led to it. */
export const mode = defineTargetMode({
  code: 'F31',
  title: 'The authorization server calls itself something else',
  explanation:
    'The issuer in the authorization server’s metadata must be the very string by which your resource metadata names it. Strict clients compare letter by letter and stop.',
  whatToDo: 'Use the identical string in both documents, final slash and upper case included.',
  step: 'server-metadata',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-desktop-3p', 'mcp-remote', 'claude-hosted'],
  requirements: ['AS-07', 'AS-08'],
  // An entry with a query, or http for https, is no issuer to begin with (PR-14).
  followsFrom: ['F27'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc8414#section-3.3',
    'https://github.com/anthropics/claude-ai-mcp/issues/205',
  ],
  needs: ['url', 'first', 'resourceMetadata', 'authorizationServers'],
  judge: (evidence) => {
    if (!asksForSignIn(evidence.first)) return [];
    const server = serverInUse(evidence);
    const document = serverDocument(server);
    const received = document?.json?.issuer;
    const isNamed =
      evidence.resourceMetadata.some((one) => isUsableResourceMetadata(one)) &&
      isFromMetadata(server);
    if (!server || !document || typeof received !== 'string' || !isNamed) return [];
    if (received === server.issuer) return [];
    const onlySlash = `${received}/` === server.issuer || received === `${server.issuer}/`;
    return [
      {
        title: onlySlash ? 'Issuer and resource metadata differ by a slash' : undefined,
        detail: `Your resource metadata says ${server.issuer}, the authorization server says ${received}. Claude Code tolerates the difference.`,
        snippet: `"authorization_servers": ["${received}"]`,
        evidence: [mismatchEvidence('issuer', server.issuer, received), attemptEvidence(document)],
      },
    ];
  },
});

function isFromMetadata(server: ReturnType<typeof serverInUse>): boolean {
  return server?.namedBy.some((one) => one.place !== 'origin') ?? false;
}
