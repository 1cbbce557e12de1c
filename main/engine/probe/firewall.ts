import type { Exchange } from '../model/evidence.ts';
import { headerOf } from './header.ts';

/** Statuses with which bot rules and rate limits refuse. */
const REFUSALS: readonly number[] = [403, 429, 503];

/** Products that say who they are, by what they leave in an answer. */
const MARKS: readonly {
  readonly product: string;
  readonly header?: string;
  readonly text?: RegExp;
}[] = [
  { product: 'Cloudflare', header: 'cf-mitigated' },
  {
    product: 'Cloudflare',
    text: /Just a moment\.\.\.|Attention Required! \| Cloudflare|error code: 10\d\d/u,
  },
  { product: 'AWS WAF', header: 'x-amzn-waf-action' },
  { product: 'Sucuri', header: 'x-sucuri-block' },
  { product: 'Imperva', text: /Incapsula incident ID|_Incapsula_Resource/u },
  { product: 'Akamai', text: /errors\.edgesuite\.net|Reference&#32;&#35;/u },
  { product: 'DataDome', header: 'x-datadome' },
];

/** Is this the answer of something that refuses? */
export function isRefusal({ outcome }: Exchange): boolean {
  return outcome.kind === 'response' && REFUSALS.includes(outcome.response.status);
}

/**
 * The firewall that refused, as far as its answer tells.
 * @returns product and ray id; null where the answer is none of a firewall that we know
 */
export function firewallOf(exchange: Exchange): { product: string; ray: string | null } | null {
  const { outcome } = exchange;
  if (outcome.kind === 'failure' || !isRefusal(exchange)) return null;
  const { headers, body } = outcome.response;
  const mark = MARKS.find(
    ({ header, text }) =>
      (header !== undefined && headerOf(headers, header) !== null) || text?.test(body) === true,
  );
  const ray = headerOf(headers, 'cf-ray');
  if (mark !== undefined) return { product: mark.product, ray };
  // Cloudflare leaves its ray on what it passes through as well; a page of HTML is its own.
  return ray !== null && isHtml(exchange) ? { product: 'Cloudflare', ray } : null;
}

/** Is the answer a web page? */
export function isHtml({ outcome }: Exchange): boolean {
  if (outcome.kind === 'failure') return false;
  const type = headerOf(outcome.response.headers, 'content-type') ?? '';
  return (
    /^\s*text\/html\b/iu.test(type) || /^\s*<(?:!doctype html|html)\b/iu.test(outcome.response.body)
  );
}
