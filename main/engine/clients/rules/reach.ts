import type { Basis, Rule, RuleHit } from '../../model/client.ts';
import { failureWords } from '../../probe/failure-words.ts';
import type { FailureKind } from '../../ports.ts';

/** Failures after which a retry from another place could well succeed are not judged as blocked. */
const CAUSES: Record<FailureKind, { readonly cause: string | null; readonly seen: boolean }> = {
  dns: { cause: 'F14', seen: true },
  refused: { cause: 'F14', seen: true },
  unreachable: { cause: 'F14', seen: true },
  reset: { cause: 'F14', seen: true },
  protocol: { cause: 'F14', seen: true },
  tls: { cause: 'F10', seen: true },
  timeout: { cause: 'F13', seen: true },
  policy: { cause: null, seen: false },
  cancelled: { cause: null, seen: false },
};

/**
 * No answer at all to the first request.
 * @param from where the client connects from: `here` is judged as we saw it; `elsewhere` (hosted
 *   Claude) only for TLS, which is the same from everywhere
 */
export function reach(from: 'here' | 'elsewhere', basis: Basis, source: string): Rule {
  return {
    step: 'reach',
    basis,
    source,
    check: ({ contact }) =>
      contact.outcome.kind === 'failure'
        ? judge(contact.outcome.failure, failureWords(contact), from)
        : null,
  };
}

function judge(failure: FailureKind, words: string, from: 'here' | 'elsewhere'): RuleHit {
  const { cause, seen } = CAUSES[failure];
  if (!seen) return { outcome: 'unknown', cause: null, why: `It was not asked: ${words}.` };
  if (from === 'elsewhere' && failure !== 'tls')
    return {
      outcome: 'unknown',
      cause,
      why: `This machine gets no answer: ${words}. Claude connects from its own addresses, which may fare differently.`,
    };
  return { outcome: 'blocked', cause, why: `It gets no answer from the server: ${words}.` };
}
