import type { Basis, Rule, RuleHit } from '../../model/client.ts';
import { originCause } from '../replay/origin-cause.ts';

type SlashRule = 'prm-slash-passes' | 'blocked' | 'at-risk';

/**
 * The issuer in the metadata must be the string that named it.
 * @param slash what a difference of only a final slash does: `prm-slash-passes` is the SDK's one
 *   tolerance (the resource metadata has it, the issuer has not); `blocked` where the strings are
 *   compared in both directions (Python SDK); `at-risk` where nobody has seen it
 * @see RFC 8414 §3.3; AS-07, AS-08; reference-clients 2.1 step 5; F31
 */
export function issuerMustMatch(
  slash: SlashRule,
  words: string,
  basis: Basis,
  source: string,
): Rule {
  return {
    step: 'server-metadata',
    basis,
    source,
    check: (replay) => {
      const { metadata, issuer, issuerFrom } = replay;
      const received = metadata?.json?.issuer;
      if (issuer === null || typeof received !== 'string' || received === issuer) return null;
      if (issuerFrom === 'origin' && received === issuer.slice(0, -1)) return null;
      const onlySlash = `${received}/` === issuer || `${issuer}/` === received;
      const why = `The metadata calls itself ${received}, but was reached as ${issuer}. ${words}`;
      // At the origin nothing named the issuer: the client should not have come here at all.
      const cause = originCause(replay) ?? 'F31';
      if (!onlySlash) return { outcome: 'blocked', cause, why };
      return judgeSlash(slash, `${received}/` === issuer, why);
    },
  };
}

function judgeSlash(slash: SlashRule, prmHasIt: boolean, why: string): RuleHit | null {
  if (slash === 'at-risk') return { outcome: 'at-risk', cause: 'F31', why };
  if (prmHasIt && slash === 'prm-slash-passes') return null;
  return { outcome: 'blocked', cause: 'F31', why };
}
