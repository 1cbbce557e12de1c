import { isUsableResourceMetadata } from '../clients/replay/resource-metadata.ts';
import { isGuarded } from '../clients/replay/resource-problem.ts';
import { resourceMetadataAddresses } from '../probe/addresses.ts';
import { challengeOf } from '../probe/challenge-of.ts';
import type { DocumentAttempt } from '../model/evidence.ts';
import { defineTargetMode } from '../model/mode.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';

/** F24: no protected resource metadata at the well-known addresses, or only at the root. */
export const mode = defineTargetMode({
  code: 'F24',
  title: 'There is no protected resource metadata',
  explanation:
    'Nothing at the well-known addresses tells a client where to sign in. Claude then takes your server itself for the authorization server and guesses the rest.',
  whatToDo:
    'Serve a JSON document at the address below. It is the host, then /.well-known/oauth-protected-resource, then the path of the MCP endpoint: not the other way round.',
  step: 'resource-metadata',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-desktop-3p'],
  requirements: ['PR-01', 'PR-02', 'PR-03'],
  followsFrom: ['F23', 'F22'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc9728#section-3.1',
    'https://github.com/anthropics/claude-ai-mcp/issues/716',
  ],
  needs: ['url', 'first', 'resourceMetadata'],
  judge: ({ url, first, resourceMetadata }) => {
    if (challengeOf(first)?.status !== 401) return [];
    const missing = resourceMetadata.filter((one) => one.json === null && !isGuarded(one));
    const onlyRoot = resourceMetadata.some(
      (one) => one.place === 'root' && isUsableResourceMetadata(one),
    );
    const usable = resourceMetadata.some(isUsableResourceMetadata);
    if (missing.length === 0 || (usable && !pathIsMissing(resourceMetadata, onlyRoot))) return [];
    // A document that is there but no resource metadata is another mode's (F23, F25, F27).
    if (!usable && resourceMetadata.some((one) => one.json !== null && one.place !== 'header'))
      return [];
    return [
      {
        title: usable ? 'Resource metadata is served at the root only' : undefined,
        explanation: usable
          ? 'The address made of the path of your MCP endpoint is missing. Clients of the newer revisions fall back to the root; older ones stop, and one host can then protect only one server.'
          : undefined,
        snippet: snippet(url),
        severity: usable ? 'advice' : 'error',
        evidence: missing.map(attemptEvidence),
      },
    ];
  },
});

/** The header names a good document: then the well-known addresses are not needed (RS-04). */
function pathIsMissing(attempts: readonly DocumentAttempt[], onlyRoot: boolean): boolean {
  const path = attempts.find((one) => one.place === 'path');
  const named = attempts.some((one) => one.place === 'header' && isUsableResourceMetadata(one));
  return onlyRoot && !named && path !== undefined && path.json === null;
}

function snippet(url: string): string {
  const address = resourceMetadataAddresses(url)[0]!.url;
  const document = { resource: url, authorization_servers: [new URL(url).origin] };
  return `GET ${address}\n${JSON.stringify(document, null, 2)}`;
}
