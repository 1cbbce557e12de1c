import { isUrl } from '../../contract/is-url.ts';

/**
 * Can metadata addresses be made of this issuer? SECURITY: D6. Other schemes have no origin: an
 * address made of one would be no URL at all.
 */
export function isAskable(issuer: string): boolean {
  return isUrl(issuer) && /^https?:$/.test(new URL(issuer).protocol);
}
