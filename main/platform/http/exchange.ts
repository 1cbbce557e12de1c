import * as http from 'node:http';
import type { Clock, HttpOutcome, HttpRequest } from '../../engine/ports.ts';
import type { OutboundLimits } from '../../engine/safety/outbound-limits.ts';
import { portOf } from '../../engine/safety/url-locality.ts';
import { TOOL } from '../tool.ts';
import { failureOf } from './failure.ts';
import { ACCEPT_ENCODING } from './inflate.ts';
import type { Phase } from './phase.ts';
import { headersOf, readResponse } from './read-response.ts';
import type { Stop } from './stop.ts';

export interface Wire {
  readonly agent: http.Agent;
  readonly limits: OutboundLimits;
  readonly clock: Clock;
  readonly stop: Stop;
  /** Runs the connect deadline when the exchange begins. */
  readonly phase: Phase;
}

/** An outcome, and whether a kept connection had been closed before the request reached anyone. */
export interface WireResult {
  readonly outcome: HttpOutcome;
  readonly stale: boolean;
}

/** Lines that belong to the connection and are ours to write (RFC 9110 §7.6.1). */
const OURS: readonly string[] = ['host', 'connection', 'content-length', 'transfer-encoding'];

/**
 * Sends one request over the agent's connection and reads its response. Follows nothing (safety
 * E4). Never rejects for what the network does; the stop given ends it at once, and it gives the
 * stop the failures of its own deadlines (E5).
 */
export function exchange(url: URL, request: HttpRequest, wire: Wire): Promise<WireResult> {
  return new Promise((resolve) => {
    let sent: http.ClientRequest;
    try {
      sent = prepare(url, request, wire);
    } catch (error) {
      resolve({ outcome: failureOf(error, 'policy'), stale: false });
      return;
    }
    run(sent, request, wire, resolve);
    sent.end(request.body ?? undefined);
  });
}

/** @throws Node's own error for a header that cannot be written */
function prepare(url: URL, request: HttpRequest, { agent, limits }: Wire): http.ClientRequest {
  const secure = url.protocol === 'https:';
  const sent = http.request({
    agent,
    protocol: url.protocol,
    defaultPort: secure ? 443 : 80,
    hostname: url.hostname.replace(/^\[(.*)\]$/u, '$1'),
    port: portOf(url),
    path: `${url.pathname}${url.search}`,
    method: request.method,
    maxHeaderSize: limits.headerBytes,
  });
  try {
    writeHeaders(sent, request);
  } catch (error) {
    sent.on('error', () => undefined);
    sent.destroy();
    throw error;
  }
  return sent;
}

/** Ours first, so that a request may name another User-Agent: that is how a firewall is seen. */
function writeHeaders(sent: http.ClientRequest, request: HttpRequest): void {
  const given = request.headers.filter(([name]) => !OURS.includes(name.toLowerCase()));
  const named = new Set(given.map(([name]) => name.toLowerCase()));
  // SECURITY: E10
  if (!named.has('user-agent')) sent.setHeader('User-Agent', `${TOOL.name}/${TOOL.version}`);
  if (!named.has('accept-encoding')) sent.setHeader('Accept-Encoding', ACCEPT_ENCODING);
  for (const [name, value] of given) sent.appendHeader(name, value);
  if (request.body === null) return;
  sent.setHeader('Content-Length', Buffer.byteLength(request.body));
}

function run(
  sent: http.ClientRequest,
  request: HttpRequest,
  wire: Wire,
  resolve: (result: WireResult) => void,
): void {
  const { limits, clock, stop, phase } = wire;
  let reading = false;
  const settle = (outcome: HttpOutcome, stale = false): void => {
    phase.end();
    forget();
    resolve({ outcome, stale });
  };
  const forget = stop.onStop((given) => {
    if (reading) return;
    sent.destroy();
    settle(given);
  });
  sent.on('socket', () => phase.start('HEADERS_TIMEOUT', limits.headersMs));
  sent.on('error', (error) => {
    const outcome = failureOf(error);
    if (!reading) settle(outcome, sent.reusedSocket && outcome.failure === 'reset');
  });
  sent.on('upgrade', (response, socket) => {
    socket.destroy();
    settle(bodiless(response));
  });
  sent.on('response', (response) => {
    reading = true;
    phase.end();
    const streamSilenceMs = isPost(request) ? limits.streamReplyMs : limits.streamSilenceMs;
    void readResponse(response, { limits, clock, stop, streamSilenceMs }).then((outcome) =>
      settle(outcome),
    );
  });
}

function isPost(request: HttpRequest): boolean {
  return request.method === 'POST';
}

/** A switch of protocols that nobody asked for; what follows is not HTTP and is not read. */
function bodiless(response: http.IncomingMessage): HttpOutcome {
  const status = response.statusCode ?? 0;
  const headers = headersOf(response);
  return { kind: 'response', response: { status, headers, body: '', truncated: false } };
}
