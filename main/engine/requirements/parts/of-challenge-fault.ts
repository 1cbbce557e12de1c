import { headerEvidence } from '../../modes/evidence/header-evidence.ts';
import type { FirstContact } from '../../model/evidence.ts';
import type { RequirementOutcome } from '../../model/requirement.ts';
import { resourceMetadataAddresses } from '../../probe/addresses.ts';
import { challengeFault, type ChallengeFault } from '../../probe/challenge-fault.ts';
import { parameterOf } from '../../probe/challenge.ts';
import { broken } from './broken.ts';
import { ofChallenge } from './of-challenge.ts';
import { shownValue } from './shown-value.ts';

type Texts = Readonly<Partial<Record<ChallengeFault, (value: string) => string>>>;

/**
 * Judges one side of how the 401 names the metadata.
 * @param texts what each fault of this requirement is called, given the value as received
 * @param others what it comes to where the 401 has a fault of another requirement
 */
export function ofChallengeFault(
  { url, first }: { readonly url: string; readonly first: FirstContact },
  texts: Texts,
  others: Readonly<Partial<Record<ChallengeFault, RequirementOutcome>>>,
): RequirementOutcome {
  return ofChallenge(first, (challenge) => {
    const fault = challengeFault(challenge, url);
    if (fault === null) return 'met';
    const text = texts[fault];
    if (text === undefined) return others[fault] ?? 'met';
    const value = challenge.bearer && parameterOf(challenge.bearer, 'resource_metadata');
    return broken(
      text(shownValue(value ?? undefined)),
      [headerEvidence(challenge.exchange, 'WWW-Authenticate')],
      { snippet: challengeLine(url) },
    );
  });
}

/** The header as it should be. */
function challengeLine(url: string): string {
  return `WWW-Authenticate: Bearer resource_metadata="${resourceMetadataAddresses(url)[0]!.url}"`;
}
