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
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/133',
    'https://github.com/modelcontextprotocol/modelcontextprotocol/issues/2205',
    'https://datatracker.ietf.org/doc/html/rfc9728#section-5.1',
  ],
  needs: ['url', 'first'],
  judge: ({ url, first }) => {
    const challenge = challengeOf(first);
    if (challenge?.status !== 401 || challenge.header === null || challenge.bearer === null)
      return [];
    const title = whatIsWrong(challenge.header, challenge.bearer);
    if (title === null) return [];
    const right = resourceMetadataAddresses(url)[0]!.url;
    const named = parameterOf(challenge.bearer, 'resource_metadata') ?? '';
    return [
      {
        title,
        snippet: `WWW-Authenticate: Bearer resource_metadata="${right}"`,
        evidence: [
          headerEvidence(challenge.exchange, 'WWW-Authenticate'),
          mismatchEvidence('resource_metadata', right, named),
        ],
      },
    ];
  },
});

function whatIsWrong(header: string, bearer: Challenge): string | null {
  if (metadataUrlFor(header, 'bearer-anywhere') !== null) return null;
  const named = parameterOf(bearer, 'resource_metadata');
  if (named === '') return 'The 401 names an empty resource_metadata';
  if (named !== null && !URL.canParse(named)) return 'The 401 names a relative resource_metadata';
  if (named !== null) return 'The 401 spells resource_metadata so that clients miss it';
  return parameterOf(bearer, 'resource') === null
    ? null
    : 'The 401 says resource= instead of resource_metadata=';
}
