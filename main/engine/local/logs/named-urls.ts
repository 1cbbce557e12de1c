import { isUrl } from '../../../contract/is-url.ts';
import { redactUrl } from '../../redact/url.ts';
import { visible } from '../../redact/visible.ts';

/** A log that names more is a log of many servers, and names decide there. */
const MOST = 16;

/** The addresses of servers that the lines of a log name, masked and each once. */
export interface NamedUrls {
  add(url: string | null): void;
  all(): readonly string[];
}

/** Collects addresses in constant memory. */
export function namedUrls(): NamedUrls {
  const seen = new Set<string>();
  let last: string | null = null;
  return {
    add(url) {
      if (url === null || url === last || seen.size >= MOST) return;
      last = url;
      const trimmed = url.replace(/["'),;]{1,4}$/, '');
      if (/^(?:https?|wss?):/i.test(trimmed) && isUrl(trimmed)) {
        seen.add(visible(redactUrl(trimmed)));
      }
    },
    all: () => [...seen],
  };
}
