import { contactOf } from '../clients/replay/replay.ts';
import type { Exchange } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { clockSkew, SKEW_SECONDS } from '../probe/clock-skew.ts';
import { headerEvidence } from './evidence/header-evidence.ts';

/** F103: the clocks of this machine and of a server differ. */
export const mode = defineTargetMode({
  code: 'F103',
  title: 'Two clocks differ by more than a minute',
  explanation:
    'Tokens carry times. A client whose clock is off takes a fresh token for expired or signs in again and again; a server whose clock is off refuses tokens as not yet valid.',
  whatToDo:
    'Switch on time synchronisation (NTP) on the side that is wrong; a second source of time, such as a phone, tells which that is. Let the server tolerate a minute of difference when it checks tokens.',
  step: 'token',
  severity: 'warning',
  category: 'runtime',
  confidence: 'certain',
  clients: [],
  requirements: [],
  references: ['https://code.claude.com/docs/en/errors'],
  needs: ['first', 'resourceMetadata', 'authorizationServers'],
  judge: ({ first, resourceMetadata, authorizationServers }) => {
    const documents = [...resourceMetadata, ...authorizationServers.flatMap((one) => one.attempts)];
    const answers = [contactOf(first), ...documents.flatMap((one) => one.exchanges)];
    const off = firstOfEachHost(answers).filter(isOff);
    return off.length === 0 ? [] : [occurrence(off)];
  },
});

function isOff(exchange: Exchange): boolean {
  return Math.abs(clockSkew(exchange) ?? 0) > SKEW_SECONDS;
}

/** One answer of each host that tells its time. */
function firstOfEachHost(exchanges: readonly Exchange[]): readonly Exchange[] {
  const telling = exchanges.filter((one) => clockSkew(one) !== null);
  const byHost = new Map(telling.toReversed().map((one) => [hostOf(one), one]));
  return [...byHost.values()].toReversed();
}

function occurrence(off: readonly Exchange[]): Occurrence {
  const [first] = off as readonly [Exchange];
  const said = off.map((one) => {
    const seconds = clockSkew(one)!;
    return `the clock of ${hostOf(one)} is ${Math.abs(seconds)} seconds ${seconds > 0 ? 'ahead of' : 'behind'} this machine’s`;
  });
  const seconds = Math.abs(clockSkew(first)!);
  return {
    title: `Two clocks differ by ${seconds} seconds`,
    detail: `Seen here: ${said.join('; ')}.`,
    evidence: off.map((one) => headerEvidence(one, 'Date')),
  };
}

function hostOf({ request }: Exchange): string {
  return new URL(request.url).host;
}
