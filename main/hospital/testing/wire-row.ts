import type { Json } from '../message.ts';
import type { Names } from '../names.ts';
import type { RunningPatient } from '../start-patient.ts';
import { form, openResponse, rpc, send, withToken, type Sent } from './send.ts';

/**
 * Patient, where to look, what is seen there, and what the healthy pair shows in the same place.
 * Where to look is an asking of the table below, a path, and what of the answer: `status`, `ahead`
 * for its clock in minutes, `@name` for a header, else a member of its JSON. In what is seen, `{mcp}`
 * and the other names of origins stand for the real ones.
 */
export type WireRow = readonly [patient: string, look: string, sick: Json, healthy: Json];

export const PRM_ROOT = '/.well-known/oauth-protected-resource';
export const PRM = `${PRM_ROOT}/mcp`;
export const META = '/.well-known/oauth-authorization-server';
export const OPENID = '/.well-known/openid-configuration';

export const FIRST = 'post /mcp status';
export const CHALLENGE = 'post /mcp @www-authenticate';
export const PRM_STATUS = `mcp ${PRM} status`;
export const RESOURCE = `mcp ${PRM} resource`;
export const SERVERS = `mcp ${PRM} authorization_servers`;
export const META_STATUS = `auth ${META} status`;
export const ISSUER = `auth ${META} issuer`;

export const GOOD = `Bearer resource_metadata="{mcp}${PRM}", scope="mcp:tools"`;
export const HTML = 'text/html; charset=utf-8';
export const JSON_TYPE = 'application/json';

function withHeader(sent: Sent, name: string, value: string): Sent {
  return { ...sent, headers: { ...sent.headers, [name]: value } };
}

const FIRST_REQUEST = rpc('initialize');

/** Ways of asking; all but the two of the authorization server ask the MCP server. */
const ASKING: Readonly<Record<string, Sent>> = {
  mcp: {},
  auth: {},
  'auth-form': form({}),
  post: FIRST_REQUEST,
  discover: rpc('server/discover'),
  list: rpc('tools/list'),
  'made-up': withToken(FIRST_REQUEST, 'made-up'),
  'odd-header': withHeader(FIRST_REQUEST, 'authorization', 'Basic eDp5'),
  foreign: withHeader(FIRST_REQUEST, 'origin', 'https://evil.example'),
  'as-claude': withHeader(FIRST_REQUEST, 'user-agent', 'Claude-User'),
  'as-python': withHeader(FIRST_REQUEST, 'user-agent', 'python-httpx/0.28.1'),
  options: { method: 'OPTIONS' },
  delete: { method: 'DELETE' },
};

/** Looks at one thing of a running patient. */
export async function seen(patient: RunningPatient, look: string): Promise<Json> {
  const [asking = '', where = '', what = ''] = look.split(' ');
  const sent = ASKING[asking];
  if (sent === undefined) throw new RangeError(`There is no asking ${asking}`);
  const { authOrigin, mcpOrigin } = patient.names;
  const url = `${asking.startsWith('auth') ? authOrigin : mcpOrigin}${where}`;
  const isOfHeaders = what === 'status' || what === 'ahead' || what.startsWith('@');
  if (isOfHeaders) return seenInHeaders(patient, url, sent, what);
  return (await send(patient, url, sent)).json?.[what] ?? null;
}

/** Without the body, which may never end. */
async function seenInHeaders(
  patient: RunningPatient,
  url: string,
  sent: Sent,
  what: string,
): Promise<Json> {
  const response = await openResponse(patient, url, sent);
  response.on('error', () => undefined).destroy();
  if (what === 'status') return response.statusCode ?? 0;
  if (what === 'ahead') return minutesAhead(response.headers.date);
  const value = response.headers[what.slice(1)];
  return value === undefined ? null : String(value);
}

function minutesAhead(date = ''): number {
  const minutes = Math.round((Date.parse(date) - Date.now()) / 60_000);
  return minutes === 0 ? 0 : minutes;
}

/** The same with the real names of a patient. */
export function named(value: Json, names: Names): Json {
  const text = JSON.stringify(value)
    .replaceAll('{mcp}', names.mcpOrigin)
    .replaceAll('{auth}', names.authOrigin)
    .replaceAll('{mcp-alias}', names.mcpAlias)
    .replaceAll('{auth-alias}', names.authAlias)
    .replaceAll('{dead}', names.deadOrigin);
  return JSON.parse(text) as Json;
}
