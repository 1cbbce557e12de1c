import { whyNotAsked } from '../../clients/replay/not-asked.ts';
import { askedByClients } from '../../clients/replay/server-problem.ts';
import { sendsOnward } from '../../clients/replay/server-metadata.ts';
import type { DocumentAttempt } from '../../model/evidence.ts';

/**
 * Answers before the good document at which some client stops: a page, an error of the server, no
 * answer. A document with a defect is not among them; it has its own name (F17).
 * @param good the first good document of the server
 * @see AS-06; F28
 */
export function hidingAnswers(
  attempts: readonly DocumentAttempt[],
  good: DocumentAttempt,
): readonly DocumentAttempt[] {
  const asked = askedByClients(attempts);
  return asked
    .slice(0, asked.indexOf(good))
    .filter((one) => one.json === null && whyNotAsked(one) === null)
    .filter((one) => !sendsOnward(one, 'stop'));
}
