import { whyNotAsked } from './not-asked.ts';
import type { AuthorizationServerEvidence } from '../../model/evidence.ts';

/**
 * The first listed authorization server where it gives no document while a later one does. Clients
 * take the first entry only.
 * @returns both, or null where it is not so
 * @see PR-15, F27
 */
export function deadFirstServer(servers: readonly AuthorizationServerEvidence[]): {
  readonly first: AuthorizationServerEvidence;
  readonly later: AuthorizationServerEvidence;
} | null {
  const first = servers.find((one) => isAt(one, (index) => index === 0));
  const later = servers.find((one) => isAt(one, (index) => index > 0) && answers(one));
  const isDead = first?.attempts.every((one) => one.json === null && whyNotAsked(one) === null);
  return isDead && first !== undefined && later !== undefined ? { first, later } : null;
}

function isAt(server: AuthorizationServerEvidence, test: (index: number) => boolean): boolean {
  return server.namedBy.some((one) => one.place !== 'origin' && test(one.index));
}

function answers({ attempts }: AuthorizationServerEvidence): boolean {
  return attempts.some((one) => one.json !== null);
}
