import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';

/** What every host sends with every answer to its window, refusals too (safety A5). */
export const PAGE_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;
