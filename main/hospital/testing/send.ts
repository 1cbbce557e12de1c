import { once } from 'node:events';
import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { JsonObject } from '../message.ts';
import { parseJsonObject } from '../parse-json.ts';
import type { RunningPatient } from '../start-patient.ts';

export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** PEM of the authority to trust in place of the patient's own. */
  readonly ca?: string;
}

export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body as a JSON object, or null. */
  readonly json: JsonObject | null;
}

type Reached = Pick<RunningPatient, 'connectTo' | 'ca'>;

/** One request to a patient by the names it goes under, on a connection of its own, read whole. */
export async function send(patient: Reached, url: string, sent: Sent = {}): Promise<Received> {
  const response = await openResponse(patient, url, sent);
  let body = '';
  for await (const chunk of response.setEncoding('utf8')) body += String(chunk);
  const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body,
    json: parseJsonObject(body),
  };
}

/** The same, but only up to the headers: for answers that do not end. */
export async function openResponse(
  patient: Reached,
  url: string,
  sent: Sent = {},
): Promise<IncomingMessage> {
  const [response] = (await once(begin(patient, url, sent), 'response')) as [IncomingMessage];
  return response;
}

/** The same, but without waiting: for answers that do not come. */
export function begin(patient: Reached, url: string, sent: Sent = {}): ClientRequest {
  const { protocol, host, hostname, port, pathname, search } = new URL(url);
  const wanted = `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}:`;
  const route = patient.connectTo.find((one) => one.startsWith(wanted));
  const place = route?.slice(wanted.length).replace(/:\d+$/, '') ?? hostname;
  const send = protocol === 'https:' ? requestHttps : requestHttp;
  const request = send({
    agent: false,
    host: place.startsWith('[') ? place.slice(1, -1) : '127.0.0.1',
    port: route?.split(':').at(-1) ?? port,
    ca: sent.ca ?? patient.ca ?? undefined,
    servername: /^[\d.]+$/.test(hostname) ? '' : hostname,
    method: sent.method ?? 'GET',
    path: pathname + search,
    headers: { host, ...sent.headers },
  });
  request.end(sent.body);
  return request;
}

/** A JSON-RPC request to the MCP URL, as clients of both eras send it. */
export function rpc(method: string, params: JsonObject = {}): Sent {
  const modern = method === 'initialize' ? {} : { 'mcp-protocol-version': '2026-07-28' };
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-method': method,
      ...modern,
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  };
}

/** A form, as the token endpoint wants it. */
export function form(fields: Readonly<Record<string, string>>): Sent {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}

/** The same request with a token. */
export function withToken(sent: Sent, token: string): Sent {
  return { ...sent, headers: { ...sent.headers, authorization: `Bearer ${token}` } };
}
