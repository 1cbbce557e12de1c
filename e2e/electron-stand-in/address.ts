/**
 * Chromium knows no `app:` scheme, and a scheme cannot be added from outside. So `app://HOST/…` is
 * `https://HOST.app.invalid/…` inside the page: a standard, secure scheme with the same path rules,
 * under a name that can never resolve (RFC 6761 §6.4). Main sees `app://` in everything.
 */
const SUFFIX = /^([^.]+)\.([a-z][a-z0-9+-]*)\.invalid$/;

const schemes = new Set<string>();

/** @param scheme a custom scheme that was registered as standard and secure */
export function addScheme(scheme: string): void {
  schemes.add(scheme);
}

/** True for a scheme that main registered. */
export function isCustomScheme(scheme: string): boolean {
  return schemes.has(scheme);
}

/**
 * The address as Chromium must get it.
 * @param address as main writes it
 */
export function toPage(address: string): string {
  const match = /^([a-z][a-z0-9+-]*):\/\/([^/?#]*)(.*)$/is.exec(address);
  const [, scheme, host, rest] = match ?? [];
  if (scheme === undefined || !schemes.has(scheme)) return address;
  return `https://${host}.${scheme}.invalid${rest}`;
}

/**
 * The address as main must see it.
 * @param address as Chromium has it; a URL or an origin
 */
export function toMain(address: string): string {
  const match = /^https:\/\/([^/?#:@]*)(.*)$/s.exec(address);
  const [, host, scheme] = SUFFIX.exec(match?.[1] ?? '') ?? [];
  if (scheme === undefined || !schemes.has(scheme)) return address;
  return `${scheme}://${host}${match?.[2] ?? ''}`;
}
