import type { Evidence } from '../../../contract/report.ts';
import { lastRound } from '../../clients/sign-in/rounds-of.ts';
import type { SignInEvidence } from '../../model/sign-in-evidence.ts';
import { mismatchEvidence } from './mismatch-evidence.ts';

/** For whom a token was asked, and for whom it was made. */
export interface AudiencePair {
  readonly expected: string;
  readonly received: string;
  readonly isSame: boolean;
  readonly evidence: Evidence;
}

/**
 * The audience of the last access token beside the resource that was asked for; null where either
 * is not known: the token is opaque, has no audience, or no resource was sent. A final slash makes
 * no difference here (F26 tells of it).
 * @see RFC 8707 §2, RFC 9068 §2.2; TK-16
 */
export function audiencePair(signIn: SignInEvidence): AudiencePair | null {
  const round = lastRound(signIn);
  const expected = round?.resource ?? null;
  const audiences = [round?.tokens?.claims?.aud ?? []]
    .flat()
    .filter((one) => typeof one === 'string');
  const [first] = audiences;
  if (expected === null || first === undefined) return null;
  const received = audiences.join(', ');
  const isSame = audiences.some((one) => bare(one) === bare(expected));
  const evidence = mismatchEvidence('audience of the token', expected, received);
  return { expected, received, isSame, evidence };
}

function bare(resource: string): string {
  return resource.replace(/\/$/, '');
}
