import { asksForSignIn } from '../probe/challenge-of.ts';
import { defineTargetMode } from '../model/mode.ts';
import type { TargetEvidence } from '../model/evidence.ts';
import type { Occurrence } from '../model/mode.ts';
import type { Broken } from '../model/requirement.ts';
import { ofPage, type AuthorizeGiven } from '../requirements/authorize/over-authorize.ts';
import {
  issComesWithCode,
  issComesWithError,
  issIsTheIssuer,
} from '../requirements/sign-in/callback-parts.ts';
import { issIdentical, issSent } from '../requirements/authorize/iss-comes-back.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';
import { serverDocument } from './evidence/server-document.ts';
import { serverInUse } from './evidence/server-in-use.ts';

/**
 * F32: `iss` of the callback. A server that answers at once, or with an error, shows it when its
 * sign-in page is opened; else only a sign-in does, and from metadata alone we can say that the
 * server promises it, so that the check will be made.
 */
export const mode = defineTargetMode({
  code: 'F32',
  title: 'The callback names another issuer',
  explanation:
    'After the sign-in the authorization server sends iss along. Claude Code since 2.1.232 and mcp-remote compare it with the issuer of the metadata and stop with “Issuer mismatch in authorization response (RFC 9207)” when it differs or is missing though promised.',
  whatToDo:
    'Send exactly the issuer of the metadata as iss, or do not announce authorization_response_iss_parameter_supported. MCP_SDK_GENERATION=v1 makes Claude Code skip the check for now, which is weaker.',
  step: 'callback',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-code', 'mcp-remote'],
  requirements: ['AS-18', 'AZ-08', 'AZ-09', 'CL-14'],
  references: ['https://datatracker.ietf.org/doc/html/rfc9207#section-2.4'],
  needs: ['url', 'first', 'resourceMetadata', 'authorizationServers'],
  uses: ['registration', 'signIn'],
  judge: (evidence) => {
    if (!asksForSignIn(evidence.first)) return [];
    const seen = seenIn(evidence);
    if (seen.broken[0] !== undefined) return [occurrenceOf(seen.broken[0])];
    const document = serverDocument(serverInUse(evidence));
    const promised = document?.json?.authorization_response_iss_parameter_supported;
    if (document === null || promised === undefined) return [];
    if (promised === true && seen.isMet) return [];
    if (promised === true)
      return {
        notSeen:
          'The server promises iss on the callback; only a sign-in shows whether it keeps it.',
      };
    if (promised === false) return [];
    return [
      {
        title: 'The promise of iss has a wrong value',
        detail: 'authorization_response_iss_parameter_supported must be true or false.',
        severity: 'warning',
        evidence: [attemptEvidence(document)],
      },
    ];
  },
});

type Given = Omit<AuthorizeGiven, 'registration'> & Pick<TargetEvidence, 'registration' | 'signIn'>;

/** What came back when the sign-in page was opened, or in a sign-in, as far as anything did. */
function seenIn(given: Given) {
  const onPage = [issIdentical, issSent].map((check) => ofPage(check, given));
  const inSignIn = [issIsTheIssuer, issComesWithCode, issComesWithError].map((check) =>
    check(given),
  );
  const outcomes = [...onPage, ...inSignIn].filter((one) => one !== null);
  const broken = outcomes.flatMap((one) =>
    typeof one === 'object' && 'broken' in one ? [one.broken] : [],
  );
  return { broken, isMet: outcomes.includes('met') };
}

function occurrenceOf({ text, ...rest }: Broken): Occurrence {
  return { ...rest, detail: text };
}
