import type { ReportExchange } from '../../main/contract/report.ts';
import { EVIDENCE } from '../texts.ts';

/** Longest body that is shown; the rest is counted, not drawn. */
const SHOWN_BODY = 4000;

/** The request line of HTTP/1.1 with the whole URL, for example `GET https://mcp.example.com/mcp`. */
export function requestLine(exchange: ReportExchange): string {
  return `${exchange.request.method} ${exchange.request.url}`;
}

/** What came back in a few words: the status, or what went wrong before there was one. */
export function answerLine(exchange: ReportExchange): string {
  if (exchange.response !== null) return `${exchange.response.status}`;
  return exchange.failure?.message ?? EVIDENCE.noAnswer;
}

/** Headers one a line, then an empty line and the body, as they travel. */
export function messageText(
  headers: readonly (readonly [string, string])[],
  body: string | null,
): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  if (body === null || body === '') return lines.join('\n');
  return [...lines, '', body.slice(0, SHOWN_BODY)].join('\n');
}

/** What to say where a body was cut, by the host or here; null where it is whole. */
export function cutText(body: string, truncated: boolean): string | null {
  if (body.length > SHOWN_BODY) return EVIDENCE.cutByUs(body.length - SHOWN_BODY);
  return truncated ? EVIDENCE.cutByHost : null;
}

/** The whole exchange as text to copy. */
export function exchangeText(exchange: ReportExchange): string {
  const { request, response } = exchange;
  const sent = [requestLine(exchange), messageText(request.headers, request.body)];
  const received =
    response === null
      ? [answerLine(exchange)]
      : [`HTTP ${response.status}`, messageText(response.headers, response.body)];
  return [...sent, '', ...received].join('\n');
}
