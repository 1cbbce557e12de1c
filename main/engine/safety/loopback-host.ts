/**
 * Is this host name the machine itself? Names of RFC 6761 §6.3 and the loopback ranges as the URL
 * standard spells them (it turns 0x7f.1 into 127.0.0.1 before we see it).
 * @param hostname `URL.hostname`; IPv6 in brackets
 */
export function isLoopbackHost(hostname: string): boolean {
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) return true;
  return /^127(\.\d{1,3}){3}$/.test(hostname) || hostname === '[::1]';
}
