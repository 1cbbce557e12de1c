import type { Severity } from '../../contract/words.ts';
import { isUsableResourceMetadata } from '../clients/replay/resource-metadata.ts';
import { resourceMetadataAddresses } from '../probe/addresses.ts';
import { challengeFault, type ChallengeFault } from '../probe/challenge-fault.ts';
import { challengeOf, type ChallengeFacts } from '../probe/challenge-of.ts';
import { metadataUrlFor, parameterOf } from '../probe/challenge.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
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
  requirements: ['RS-03', 'RS-05', 'RS-06'],
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
    if (challenge?.status !== 401) return [];
    const fault = challengeFault(challenge, url);
    const words = fault === null ? null : FAULTS[fault];
    if (words === null) return [];
    const guessable = resourceMetadata.some((one) => isUsableResourceMetadata(one));
    const right = resourceMetadataAddresses(url)[0]!.url;
    const named = namedIn(challenge);
    return [
      {
        ...words,
        severity: guessable ? words.severity : 'error',
        snippet: `WWW-Authenticate: Bearer resource_metadata="${right}"`,
        evidence: [
          headerEvidence(challenge.exchange, 'WWW-Authenticate'),
          ...(named === right ? [] : [mismatchEvidence('resource_metadata', right, named)]),
        ],
      },
    ];
  },
});

/** A fault in words; the weaker severity holds where the well-known address helps out. */
type Words = Omit<Occurrence, 'evidence'> & { readonly severity: Severity };

/** Each way to get it wrong; a 401 that says nothing at all is F20's. */
const FAULTS: Readonly<Record<ChallengeFault, Words | null>> = {
  missing: null,
  bare: null,
  empty: { title: 'The 401 names an empty resource_metadata', severity: 'error' },
  relative: { title: 'The 401 names a relative resource_metadata', severity: 'error' },
  scheme: {
    title: 'The 401 names no web address as resource_metadata',
    severity: 'error',
  },
  spelling: {
    title: 'The 401 spells resource_metadata so that clients miss it',
    severity: 'error',
  },
  resource: { title: 'The 401 says resource= instead of resource_metadata=', severity: 'error' },
  without: { title: 'The 401 leaves out resource_metadata', severity: 'warning' },
  insecure: {
    title: 'The 401 names resource_metadata with http',
    explanation:
      'Your server is reached over https, and its 401 names the metadata with http. Clients get there only where a redirect brings them back to https; a strict one does not go.',
    whatToDo:
      'Name the https address. Behind a TLS proxy, let the application trust X-Forwarded-Proto, or set its public URL.',
    severity: 'warning',
  },
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
};

/** The value as it stands, also under another scheme than Bearer. */
function namedIn({ header, bearer }: ChallengeFacts): string {
  const parameter = bearer === null ? null : parameterOf(bearer, 'resource_metadata');
  return parameter ?? metadataUrlFor(header ?? '', 'bearer-anywhere') ?? '';
}
