import { roundsOf } from '../../clients/sign-in/rounds-of.ts';
import type { JsonObject, TargetEvidence } from '../../model/evidence.ts';
import type { RequirementOutcome } from '../../model/requirement.ts';
import type { SignInEvidence, SignInRound } from '../../model/sign-in-evidence.ts';
import { mismatchEvidence } from '../../modes/evidence/mismatch-evidence.ts';
import { navigationEvidence } from '../../modes/evidence/navigation-evidence.ts';
import { serverDocument } from '../../modes/evidence/server-document.ts';
import { serverInUse } from '../../modes/evidence/server-in-use.ts';
import { broken } from '../parts/broken.ts';
import type { ServerGiven } from '../parts/server-documents.ts';

export type CallbackGiven = ServerGiven & Pick<TargetEvidence, 'signIn'>;

const NOTHING_BACK = { notSeen: 'The sign-in did not come back to the client.' } as const;

/** Makes a check over the last callback of a traced sign-in; null where none was traced. */
function overCallback(
  check: (round: CameBack, document: JsonObject) => RequirementOutcome,
): (given: CallbackGiven) => RequirementOutcome | null {
  return (given) => {
    if (given.signIn?.trace == null) return null;
    const round = lastBack(given.signIn);
    if (round === null) return NOTHING_BACK;
    return check(round, serverDocument(serverInUse(given))?.json ?? {});
  };
}

interface CameBack {
  readonly round: SignInRound;
  readonly read: (name: string) => string | undefined;
}

function lastBack(signIn: SignInEvidence): CameBack | null {
  const round = roundsOf(signIn).findLast((one) => one.callback !== null);
  if (round === undefined) return null;
  const read = (name: string) => round.callback?.find(([key]) => key === name)?.[1];
  return { round, read };
}

/** Is state the one that was sent? With an error it may be missing. @see AZ-07 */
export const stateComesBack = overCallback(({ round, read }) => {
  const received = read('state');
  if (received === round.state) return 'met';
  if (received === undefined && read('error') !== undefined) return 'met';
  if (received === undefined)
    return broken(
      'state does not come back with the code. Clients throw such an answer away, because it may be somebody else’s.',
      [navigationEvidence(round)],
    );
  return broken(
    'state comes back changed. Clients throw such an answer away, because it may be somebody else’s.',
    [mismatchEvidence('state', round.state, received)],
  );
});

/** Is `iss` sent with the code where the metadata promises it? @see RFC 9207 §2; AS-18 */
export const issComesWithCode = overCallback(({ round, read }, document) => {
  if (!isPromised(document)) return 'not-applicable';
  if (read('error') !== undefined) return { notSeen: 'No code came back.' };
  if (read('iss') !== undefined) return 'met';
  return broken(
    'iss is promised but not sent with the code. Claude Code since 2.1.232 and mcp-remote throw such a code away.',
    [navigationEvidence(round)],
    { severity: 'error' },
  );
});

/** Is it sent with an error as well? @see SEP-2468; AZ-08 */
export const issComesWithError = overCallback(({ round, read }, document) => {
  if (!isPromised(document)) return 'not-applicable';
  // With a code, it is AS-18.
  if (read('error') === undefined) return read('iss') === undefined ? 'not-applicable' : 'met';
  if (read('iss') !== undefined) return 'met';
  return broken(
    'iss is promised and missing where an error comes back. Strict clients then report a wrong issuer, and nobody reads the error.',
    [navigationEvidence(round)],
    { whatToDo: 'Add iss to error redirects as well.', severity: 'warning' },
  );
});

/** Is it the issuer of the metadata, letter by letter? @see RFC 9207 §2.4; AZ-09 */
export const issIsTheIssuer = overCallback(({ round, read }, document) => {
  const issuer = typeof document.issuer === 'string' ? document.issuer : round.issuer;
  const received = read('iss');
  if (issuer === null || received === undefined) return 'not-applicable';
  if (received === issuer) return 'met';
  return broken(
    `iss is ${received}, and the metadata says ${issuer}. Strict clients throw the code away.`,
    [mismatchEvidence('iss', issuer, received)],
  );
});

function isPromised(document: JsonObject): boolean {
  return document.authorization_response_iss_parameter_supported === true;
}

/**
 * One outcome out of what opening the sign-in page showed and what a sign-in showed: a fault that
 * was seen counts, then what was seen to be right.
 */
export function eitherOf(...outcomes: readonly (RequirementOutcome | null)[]): RequirementOutcome {
  const seen = outcomes.filter((one) => one !== null);
  const fault = seen.find((one) => typeof one === 'object' && 'broken' in one);
  const open = seen.find((one) => typeof one === 'object') ?? NOT_MADE;
  if (fault !== undefined) return fault;
  if (seen.includes('met')) return 'met';
  return seen.find((one) => one === 'not-applicable') ?? open;
}

const NOT_MADE = {
  notSeen: 'Needs a registration (--register), or a traced sign-in.',
} as const;
