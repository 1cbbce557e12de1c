import { isUsableResourceMetadata } from '../../clients/replay/resource-metadata.ts';
import { isGuarded } from '../../clients/replay/resource-problem.ts';
import { sendsOnward } from '../../clients/replay/server-metadata.ts';
import type { DocumentAttempt } from '../../model/evidence.ts';

/**
 * Does a login or a page keep clients from the resource metadata? There is none at all, or none that
 * they get to, because they stop at the address before it.
 * @see PR-05, PR-06; F25
 */
export function isInTheWay(attempts: readonly DocumentAttempt[]): boolean {
  const good = attempts.findIndex((one) => isUsableResourceMetadata(one));
  const before = attempts.slice(0, Math.max(good, 0)).filter(isGuarded);
  return (
    attempts.every((one) => one.json === null) ||
    before.some((one) => one.place === 'header' || !sendsOnward(one))
  );
}
