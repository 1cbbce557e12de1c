import type { HostFacts, TlsFacts } from '../ports.ts';

/**
 * Products that open TLS connections on the way and sign them anew, by the names that their
 * authorities carry. A public server never has one of these.
 */
const INSPECTORS =
  /zscaler|netskope|palo alto|fortinet|fortigate|cisco umbrella|blue ?coat|symantec web|sophos|kaspersky|avast|\bAVG\b|\bESET\b|bitdefender|mcafee|skyhigh|check point|forcepoint|websense|menlo security|iboss|gateway ca - cloudflare|barracuda|watchguard|untangle|smoothwall|lightspeed|securly|contentkeeper|adguard|mitmproxy|charles proxy|fiddler|portswigger|proxyman|squid|norton web|dr\.?web|netfilter|superfish/iu;

/** The authority of such a product in the chain, or null. */
export function inspectingAuthority(tls: TlsFacts): string | null {
  return tls.sent.map(({ issuer }) => issuer).find((issuer) => INSPECTORS.test(issuer)) ?? null;
}

/** The authority at the top of what was sent, or null where nothing was seen. */
export function topAuthority({ sent }: TlsFacts): string | null {
  return sent.at(-1)?.issuer ?? null;
}

/** Was this host refused because of such a product, and not for what the server did? */
export function isRefusedByInspection(facts: HostFacts | null): boolean {
  if (facts?.tls == null || facts.tls.failure === null) return false;
  return inspectingAuthority(facts.tls) !== null;
}
