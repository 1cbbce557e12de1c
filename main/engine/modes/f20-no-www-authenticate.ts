import { challengeFault } from '../probe/challenge-fault.ts';
import { challengeOf } from '../probe/challenge-of.ts';
import { resourceMetadataAddresses } from '../probe/addresses.ts';
import { isUsableResourceMetadata } from '../clients/replay/resource-metadata.ts';
import { defineTargetMode } from '../model/mode.ts';
import { headerEvidence } from './evidence/header-evidence.ts';

/** F20: a 401 that does not say where the metadata is. */
export const mode = defineTargetMode({
  code: 'F20',
  title: 'The 401 does not name your resource metadata',
  explanation:
    'Your server asks for a token, but its 401 does not name the protected resource metadata. Claude in the cloud then has to guess; owners found this to be why the connector “couldn’t reach” their server. Claude Code guesses as well and is often right.',
  whatToDo: 'Add the header to every 401 of the MCP endpoint.',
  step: 'challenge',
  severity: 'error',
  category: 'deployment',
  confidence: 'likely',
  clients: ['claude-hosted', 'claude-desktop-3p'],
  requirements: ['RS-02', 'RS-03'],
  // Where there is no document at all, there is nothing that the header could name.
  followsFrom: ['F24', 'F29', 'F88'],
  references: [
    'https://claude.com/docs/connectors/building/authentication',
    'https://github.com/anthropics/claude-ai-mcp/issues/410',
    'https://datatracker.ietf.org/doc/html/rfc9728#section-5.1',
  ],
  needs: ['url', 'first', 'resourceMetadata'],
  judge: ({ url, first, resourceMetadata }) => {
    const challenge = challengeOf(first);
    if (challenge?.status !== 401) return [];
    // A challenge that says anything is F22's.
    const fault = challengeFault(challenge, url);
    if (fault !== 'missing' && fault !== 'bare') return [];
    const guessable = resourceMetadata.some((one) => isUsableResourceMetadata(one));
    return [
      {
        title: fault === 'missing' ? 'The 401 has no WWW-Authenticate header' : undefined,
        snippet: `WWW-Authenticate: Bearer resource_metadata="${resourceMetadataAddresses(url)[0]!.url}"`,
        // The header itself is due in every revision (RS-02). What it must name can since
        // 2025-11-25 be found at the well-known address instead (RS-04).
        severity: fault === 'bare' && guessable ? 'warning' : 'error',
        evidence: [headerEvidence(challenge.exchange, 'WWW-Authenticate')],
      },
    ];
  },
});
