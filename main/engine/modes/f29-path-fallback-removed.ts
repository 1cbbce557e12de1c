import { firstNotAsked } from '../clients/replay/not-asked.ts';
import { isUsableResourceMetadata } from '../clients/replay/resource-metadata.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import { resourceMetadataAddresses } from '../probe/addresses.ts';
import { defineTargetMode } from '../model/mode.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';

/** F29: a layout that worked until hosted Claude dropped a fallback on 2026-01-08. */
export const mode = defineTargetMode({
  code: 'F29',
  title: 'Claude stopped looking where your metadata lies',
  explanation:
    'Your server publishes authorization server metadata only behind the path of the MCP endpoint. Without resource metadata Claude looked there until 2026-01-08 and does not any more, so a connector that worked before fails since.',
  whatToDo:
    'Add protected resource metadata that names the authorization server, or serve the authorization server’s metadata at the root of the host as well.',
  step: 'resource-metadata',
  severity: 'error',
  category: 'deployment',
  confidence: 'likely',
  clients: ['claude-hosted'],
  requirements: ['PR-01', 'PR-24'],
  references: ['https://claude.com/docs/connectors/building/authentication'],
  needs: ['url', 'first', 'resourceMetadata', 'authorizationServers'],
  judge: ({ url, first, resourceMetadata, authorizationServers }) => {
    if (!asksForSignIn(first) || resourceMetadata.some((one) => isUsableResourceMetadata(one)))
      return [];
    const notSeen = firstNotAsked(resourceMetadata);
    if (notSeen !== null) return { notSeen };
    const origin = authorizationServers.find((one) =>
      one.namedBy.some((by) => by.place === 'origin'),
    );
    const retired = origin?.attempts.find((one) => one.place === 'oauth-path' && one.json !== null);
    const others = origin?.attempts.some((one) => one.place !== 'oauth-path' && one.json !== null);
    if (!retired || others) return [];
    const address = resourceMetadataAddresses(url)[0]!.url;
    const document = { resource: url, authorization_servers: [new URL(url).origin] };
    return [
      {
        snippet: `GET ${address}\n${JSON.stringify(document, null, 2)}`,
        evidence: [attemptEvidence(retired)],
      },
    ];
  },
});
