import { isUsableResourceMetadata } from '../clients/replay/resource-metadata.ts';
import { resourceMetadataAddresses } from '../probe/addresses.ts';
import { challengeOf } from '../probe/challenge-of.ts';
import { metadataUrlFor, parameterOf, type Challenge } from '../probe/challenge.ts';
import { defineTargetMode } from '../model/mode.ts';
import { headerEvidence } from './evidence/header-evidence.ts';
import { mismatchEvidence } from './evidence/mismatch-evidence.ts';

/** F22: the 401 names the metadata in a form that clients cannot use. */
export const mode = defineTargetMode({
  code: 'F22',
  title: 'The 401 names the metadata in an unusable form',
  explanation:
    'Claude reads resource_metadata only as an absolute URL under exactly that name. With another form it is as if the header named nothing: Claude in the cloud stops, other clients guess.',
  whatToDo: 'Give the full https URL, in double quotes, with no space round the equals sign.',
  step: 'challenge',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted'],
  requirements: ['RS-05', 'RS-06'],
  // Where there is no document at all, naming it rightly would not help.
  followsFrom: ['F24', 'F29'],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/133',
    'https://github.com/modelcontextprotocol/modelcontextprotocol/issues/2205',
    'https://datatracker.ietf.org/doc/html/rfc9728#section-5.1',
  ],
  needs: ['url', 'first', 'resourceMetadata'],
  judge: ({ url, first, resourceMetadata }) => {
    const challenge = challengeOf(first);
    if (challenge?.status !== 401 || !challenge.bearer?.parameters.length) return [];
    const fault = faultOf(challenge.header ?? '', challenge.bearer);
    if (fault === null) return [];
    const guessable = resourceMetadata.some(isUsableResourceMetadata);
    const right = resourceMetadataAddresses(url)[0]!.url;
    const named = parameterOf(challenge.bearer, 'resource_metadata') ?? '';
    return [
      {
        ...FAULTS[fault],
        severity: guessable ? FAULTS[fault].severity : 'error',
        snippet: `WWW-Authenticate: Bearer resource_metadata="${right}"`,
        evidence: [
          headerEvidence(challenge.exchange, 'WWW-Authenticate'),
          ...(named === right ? [] : [mismatchEvidence('resource_metadata', right, named)]),
        ],
      },
    ];
  },
});

/** Each way to get it wrong; the weaker severity holds where the well-known address helps out. */
const FAULTS = {
  empty: { title: 'The 401 names an empty resource_metadata', severity: 'error' },
  relative: { title: 'The 401 names a relative resource_metadata', severity: 'error' },
  spelling: {
    title: 'The 401 spells resource_metadata so that clients miss it',
    severity: 'error',
  },
  resource: { title: 'The 401 says resource= instead of resource_metadata=', severity: 'error' },
  without: { title: 'The 401 leaves out resource_metadata', severity: 'warning' },
  unquoted: {
    title: 'The 401 names resource_metadata without quotes',
    explanation:
      'A URL is no token, so the value must stand in double quotes. The clients that we know read it all the same; a stricter one will not.',
    severity: 'warning',
  },
  late: {
    title: 'The 401 does not begin with Bearer',
    explanation:
      'The header is legal, but clients built on the TypeScript SDK read it only when Bearer comes first. They miss your metadata URL and look at the well-known addresses instead.',
    whatToDo: 'Put the Bearer challenge before all others.',
    severity: 'warning',
    clients: ['claude-code', 'mcp-remote', 'ts-sdk'],
  },
} as const;

function faultOf(header: string, bearer: Challenge): keyof typeof FAULTS | null {
  const named = parameterOf(bearer, 'resource_metadata');
  if (metadataUrlFor(header, 'bearer-anywhere') !== null) {
    if (metadataUrlFor(header, 'bearer-first') === null) return 'late';
    return /resource_metadata=[^"]/i.test(header) ? 'unquoted' : null;
  }
  if (named === '') return 'empty';
  if (named !== null) return URL.canParse(named) ? 'spelling' : 'relative';
  return parameterOf(bearer, 'resource') === null ? 'without' : 'resource';
}
