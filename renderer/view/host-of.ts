import { isUrl } from '../../main/contract/is-url.ts';

/**
 * Host and port of a URL, for people.
 * @param url a URL as configured, or null
 * @returns the host; the text itself where it is no URL; null where there is none
 */
export function hostOf(url: string | null): string | null {
  if (url === null) return null;
  return isUrl(url) ? new URL(url).host : url;
}
