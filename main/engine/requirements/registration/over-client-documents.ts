import type { TargetEvidence } from '../../model/evidence.ts';
import type { AuthorizeAttempt, RegistrationEvidence } from '../../model/registration-evidence.ts';
import type { Broken, RequirementOutcome } from '../../model/requirement.ts';
import { httpEvidence } from '../../modes/evidence/http-evidence.ts';
import { serverDocument } from '../../modes/evidence/server-document.ts';
import { serverInUse } from '../../modes/evidence/server-in-use.ts';
import {
  looksAtClients,
  oddityOf,
  signInAnswer,
  type Oddity,
} from '../../probe/registration/client-document.ts';
import { REAL_DOCUMENTS } from '../../probe/registration/real-documents.ts';

/** What a check of client-id documents reads. */
export const CLIENT_DOCUMENT_NEEDS = [
  'url',
  'resourceMetadata',
  'authorizationServers',
  'registration',
] as const satisfies readonly (keyof TargetEvidence)[];

type Given = {
  readonly [K in (typeof CLIENT_DOCUMENT_NEEDS)[number]]: NonNullable<TargetEvidence[K]>;
};

/** Makes a check that has something to hold to only where the server says that it takes documents. */
export function overClientDocuments(
  check: (registration: RegistrationEvidence) => RequirementOutcome,
): (given: Given) => RequirementOutcome {
  return (given) => {
    const document = serverDocument(serverInUse(given))?.json ?? null;
    const isOffered = document?.client_id_metadata_document_supported === true;
    return isOffered ? check(given.registration) : 'not-applicable';
  };
}

/** The sign-ins that were opened with a client's real document. */
export function documentAttempts({ authorize }: RegistrationEvidence): readonly AuthorizeAttempt[] {
  return authorize.filter((one) => one.variant === 'client-id document');
}

/** The sign-ins that were opened with a client id that should be refused, odd in one way. */
export function oddAttempts(
  { authorize }: RegistrationEvidence,
  oddity: Oddity,
): readonly AuthorizeAttempt[] {
  return authorize.filter(
    (one) =>
      one.variant === 'malformed client-id document' &&
      oddityOf(one.clientId, REAL_DOCUMENTS) === oddity,
  );
}

/**
 * Client ids that must not be taken: broken where the sign-in goes on with one, and the server is
 * known to look at clients before it shows its page.
 */
export function mustNotBeTaken(
  registration: RegistrationEvidence,
  oddity: Oddity,
  broken: (clientId: string) => Omit<Broken, 'evidence'>,
): RequirementOutcome {
  const attempts = oddAttempts(registration, oddity);
  if (attempts.length === 0) return { notSeen: 'No such client id was tried.' };
  if (!looksAtClients(registration))
    return { notSeen: 'The sign-in page comes before the server looks at the client.' };
  const taken = attempts.find((one) => signInAnswer(one).state === 'goes on');
  if (taken !== undefined) return documentBroken(taken, broken(taken.clientId));
  const isTold = attempts.every((one) => signInAnswer(one).state === 'refused');
  return isTold ? 'met' : { notSeen: 'The answer does not tell whether the client id was taken.' };
}

/** Broken by one opened sign-in. */
export function documentBroken(
  attempt: AuthorizeAttempt,
  broken: Omit<Broken, 'evidence'>,
): RequirementOutcome {
  const { outcome } = attempt.exchange;
  const status = outcome.kind === 'response' ? outcome.response.status : 'nothing';
  const evidence = [
    httpEvidence(attempt.exchange, `client_id ${attempt.clientId}: answered ${status}`),
  ];
  return { broken: { ...broken, evidence } };
}
