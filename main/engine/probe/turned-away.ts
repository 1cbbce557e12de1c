import { contactOf, statusOf } from '../clients/replay/replay.ts';
import type { Exchange, FirstContact, McpProbeName, McpProbes } from '../model/evidence.ts';
import { firewallOf, isRefusal } from './firewall.ts';

/** The names under which hosted Claude comes: MCP calls, and discovery with the token (cam#85). */
const CLAUDE = ['as Claude', 'as python-httpx'] as const;
/** Requests to the same address under our own name. */
const OURS: readonly McpProbeName[] = [
  'made-up token',
  'empty token',
  'other scheme',
  'tools list',
];

export type TurnedAway =
  /** A request with a name of Claude is refused, and the same request with another name is not. */
  | { readonly kind: 'claude'; readonly refused: Exchange; readonly passed: Exchange }
  /** Claude's names pass; ours, which nobody knows, does not. */
  | { readonly kind: 'unknown-name'; readonly refused: Exchange; readonly passed: Exchange }
  /** A firewall that names itself refuses whoever asks. */
  | { readonly kind: 'everybody'; readonly refused: Exchange };

/**
 * Does something in front of the server refuse by the name of the program? The same status under
 * several names of one origin can be a rate limit that we ran into ourselves: it counts only where
 * no other request under the name that passes met it.
 * @see F06; cam#49, cam#75, cam#438, mcp#1674
 */
export function turnedAway(first: FirstContact, probes: McpProbes): TurnedAway | null {
  const plain = contactOf(first);
  const named = CLAUDE.map((name) => probes[name]).filter((one) => one !== undefined);
  const browser = probes['as a browser'];
  const others = [plain, ...(browser === undefined ? [] : [browser])];
  const passed = others.find((one) => statusOf(one) !== null && !isRefusal(one));
  const refused = named.find((one) => isRefusal(one) && !metByUs(one, plain, probes));
  if (refused !== undefined && passed !== undefined) return { kind: 'claude', refused, passed };
  const welcome = named.find((one) => statusOf(one) !== null && !isRefusal(one));
  if (isRefusal(plain) && firewallOf(plain) !== null)
    return welcome === undefined
      ? { kind: 'everybody', refused: plain }
      : { kind: 'unknown-name', refused: plain, passed: welcome };
  return null;
}

function metByUs(refused: Exchange, plain: Exchange, probes: McpProbes): boolean {
  if (isRefusal(plain)) return false;
  return OURS.some(
    (name) => probes[name] !== undefined && statusOf(probes[name]) === statusOf(refused),
  );
}
