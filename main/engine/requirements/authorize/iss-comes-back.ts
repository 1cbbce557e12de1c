import type { RequirementOutcome } from '../../model/requirement.ts';
import { mismatchEvidence } from '../../modes/evidence/mismatch-evidence.ts';
import { httpEvidence } from '../../modes/evidence/http-evidence.ts';
import type { Back } from '../../probe/registration/authorize-outcome.ts';
import { brokenBy, overSignInPage, type Opened, type SignInPage } from './over-authorize.ts';

const NOTHING_BACK = {
  notSeen: 'Nothing came back to the client; only a sign-in shows whether iss does.',
} as const;

/**
 * Is `iss` sent where the metadata promises it, with codes and with errors?
 * @see RFC 9207 §2, SEP-2468; AZ-08, AS-18
 */
export const issSent = overSignInPage((page) => {
  if (page.document.authorization_response_iss_parameter_supported !== true)
    return 'not-applicable';
  const backs = backsOf(page);
  if (backs.length === 0) return NOTHING_BACK;
  const without = backs.filter(({ back }) => back.iss === null).map(({ opened }) => opened);
  if (without.length === 0) return 'met';
  const codes = without.filter(({ outcome }) => outcome.kind === 'code');
  return codes.length > 0 ? codesWithout(codes) : errorsWithout(without);
});

/** Is it the issuer of the metadata, letter by letter? @see RFC 9207 §2.4; AZ-09 */
export const issIdentical = overSignInPage((page): RequirementOutcome => {
  const { issuer } = page.document;
  if (typeof issuer !== 'string') return 'not-applicable';
  const named = backsOf(page).filter(({ back }) => back.iss !== null);
  if (named.length === 0) return NOTHING_BACK;
  const wrong = named.find(({ back }) => back.iss !== issuer);
  if (wrong === undefined) return 'met';
  const received = wrong.back.iss ?? '';
  return {
    broken: {
      text: `iss is ${received}, the metadata says ${issuer}. Strict clients compare these letter by letter and throw the answer away.`,
      evidence: [
        mismatchEvidence('iss', issuer, received),
        httpEvidence(wrong.opened.attempt.exchange, 'comes back with another iss'),
      ],
      whatToDo: `Send exactly the issuer of the metadata as iss: ${issuer}.`,
      severity: 'error',
    },
  };
});

function codesWithout(codes: readonly Opened[]): RequirementOutcome {
  const text =
    'iss is promised but not sent with the code. Claude Code since 2.1.232 and mcp-remote throw such a code away.';
  return brokenBy(codes.slice(0, 1), { text, severity: 'error' });
}

function errorsWithout(errors: readonly Opened[]): RequirementOutcome {
  const text =
    'iss is promised and missing where an error comes back. Strict clients then report a wrong issuer, and nobody reads the error.';
  const whatToDo = 'Add iss to error redirects as well.';
  return brokenBy(errors.slice(0, 1), { text, whatToDo, severity: 'warning' });
}

interface CameBack {
  readonly opened: Opened;
  readonly back: Back;
}

function backsOf({ all }: SignInPage): readonly CameBack[] {
  return all.flatMap((opened): readonly CameBack[] =>
    'back' in opened.outcome ? [{ opened, back: opened.outcome.back }] : [],
  );
}
