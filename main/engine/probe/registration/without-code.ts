import type { Exchange } from '../../model/evidence.ts';

/** What a server may hand out at once, in the query or behind the `#`. */
const HANDED_OUT = /([?&#;](?:code|access_token|id_token|refresh_token)=)[^&#"'`<>\\\s]*/g;

/**
 * An exchange without the code or token that its redirect or its page carries: it is neither kept nor redeemed.
 * That there was one stays visible.
 */
export function withoutCode(exchange: Exchange): Exchange {
  // SECURITY: H3, D10.
  const { outcome } = exchange;
  if (outcome.kind === 'failure') return exchange;
  const { response } = outcome;
  const headers = response.headers.map(([name, value]) => {
    const kept = name.toLowerCase() === 'location' ? masked(value) : value;
    return [name, kept] as const;
  });
  const body = masked(response.body);
  return { ...exchange, outcome: { kind: 'response', response: { ...response, headers, body } } };
}

function masked(text: string): string {
  return text.replace(HANDED_OUT, '$1…');
}
