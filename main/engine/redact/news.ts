import type { TraceNews } from '../run/trace-request.ts';
import { redactText } from './text.ts';
import { redactExchange, redactStrings } from './report.ts';

/**
 * The gate for what a window is shown of a sign-in while it goes on (safety A13, H3): the keeper of
 * the run's secrets has masked them already; this takes out what only looks like one.
 */
export function redactNews(news: TraceNews): TraceNews {
  if (news.kind === 'progress') return { ...news, text: redactText(news.text) };
  return redactStrings({ ...news, exchanges: news.exchanges.map(redactExchange) }, redactText);
}
