import type { Basis, Rule, RuleHit } from '../../model/client.ts';
import type { Exchange } from '../../model/evidence.ts';
import { failureWords } from '../../probe/failure-words.ts';
import { factsOf } from '../../probe/host-facts.ts';
import { isRefusedByInspection } from '../../probe/inspecting-authority.ts';
import { mcpRedirect } from '../../probe/mcp-redirect.ts';
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
    check: ({ contact, url, evidence }) => {
      if (contact.outcome.kind === 'response') return redirected(contact);
      const { failure, code } = contact.outcome;
      const facts = factsOf(evidence.hosts ?? [], url);
      if (failure === 'tls' && isRefusedByInspection(facts)) return inspected(from);
      // A connection that does not come about is no slow answer (F13), but none.
      const kind = code === 'CONNECT_TIMEOUT' ? 'unreachable' : failure;
      return judge(kind, failureWords(contact), from);
    },
  };
}

/** OBSERVED with the SDKs: “Redirect to … not followed” (reference-clients 2.4). RS-36. */
function redirected(contact: Exchange): RuleHit | null {
  const found = mcpRedirect(contact);
  if (found === null) return null;
  const { kind, status, to } = found;
  const why =
    kind === 'elsewhere'
      ? `The MCP URL redirects to ${to}, another origin, and this client does not follow it there.`
      : `The MCP URL answers ${status} and names ${to}; the POST does not survive that.`;
  return { outcome: 'blocked', cause: kind === 'elsewhere' ? 'F08' : 'F09', why };
}

/** What re-signs connections here is not on the way from Claude's cloud (F11). */
function inspected(from: 'here' | 'elsewhere'): RuleHit {
  if (from === 'here')
    return {
      outcome: 'blocked',
      cause: 'F11',
      why: 'Something on this machine or network signs the connection anew, with an authority that is not trusted here.',
    };
  return {
    outcome: 'unknown',
    cause: 'F11',
    why: 'Something on this machine or network signs the connection anew, so the server’s own certificate, which Claude’s cloud sees, is not seen from here.',
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
