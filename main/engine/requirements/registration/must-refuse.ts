import type {
  RegistrationEvidence,
  RegistrationVariant,
} from '../../model/registration-evidence.ts';
import type { Broken, RequirementOutcome } from '../../model/requirement.ts';
import { isMade, isRefused, redirectsOf } from '../../probe/registration/attempts.ts';
import { refusalOf } from '../../probe/registration/refusal.ts';
import { brokenBy } from './over-registration.ts';

/**
 * A registration that must not pass: broken where it was made with the redirect in it.
 * @see DR-13, DR-14
 */
export function mustRefuse(
  { attempts }: RegistrationEvidence,
  variant: RegistrationVariant,
  broken: Omit<Broken, 'evidence'>,
): RequirementOutcome {
  const probe = attempts.find((one) => one.variant === variant);
  const isSeen = probe !== undefined && (isMade(probe) || isRefused(probe));
  if (!isSeen || refusalOf(probe, []) === 'limit')
    return { notSeen: 'No registration passed whose redirect could be changed.' };
  const listed = probe.json?.redirect_uris;
  const isDropped =
    Array.isArray(listed) && !redirectsOf(probe).some((one) => listed.includes(one));
  return isMade(probe) && !isDropped ? brokenBy([probe], broken) : 'met';
}
