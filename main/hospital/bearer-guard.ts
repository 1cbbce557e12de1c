import type { Answer, Ask, Reply } from './message.ts';
import type { Memory } from './memory.ts';
import { isLoopback } from './redirect-uri.ts';
import { json } from './reply.ts';
import type { Setup } from './setup.ts';
import type { Handler } from './site.ts';
import { tokenFault } from './token-fault.ts';

/**
 * Lets a request pass that brings a token made for this server, and answers all others: 401 with
 * the challenge (RFC 9728 §5.1), plus `error="invalid_token"` where a token was sent (RFC 6750
 * §3.1), 403 for a foreign Origin (MCP transports, security warning).
 * @param isOpen true for a request that needs no token
 */
export function guarded(
  setup: Setup,
  memory: Memory,
  inner: Handler,
  isOpen: (ask: Ask) => boolean = () => false,
): Handler {
  const judge: Handler = (ask) => {
    if (isOpen(ask) || hasGoodToken(setup, memory, ask)) return inner(ask);
    return ask.headers.authorization === undefined
      ? setup.challenge
      : invalidToken(setup.challenge);
  };
  return (ask) => {
    const { origin } = ask.headers;
    if (setup.mcp.originUnchecked === true) return inviting(judge(ask), origin);
    return goodOrigin(setup, origin) ? judge(ask) : json(403, { error: 'foreign_origin' });
  };
}

/**
 * The token that a request brings, or the empty text. In the address only where the patient takes
 * it from there (RS-19).
 */
export function sentToken({ mcp }: Setup, { headers, query }: Ask): string {
  const inHeader = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const inQuery = mcp.tokenInQuery === true ? query.get('access_token') : null;
  return inHeader ?? inQuery ?? '';
}

function hasGoodToken(setup: Setup, memory: Memory, ask: Ask): boolean {
  const sent = sentToken(setup, ask);
  if (sent === '') return false;
  const fault = tokenFault(setup, memory, sent);
  return fault === null || (setup.mcp.accepts ?? []).includes(fault);
}

/** Says to a page of any origin that it may read the answer and send cookies along. */
function inviting(reply: Reply, origin: string | undefined): Reply {
  if (reply.kind === 'reset' || origin === undefined) return reply;
  const cors = {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
  };
  return { ...reply, headers: { ...reply.headers, ...cors } };
}

function goodOrigin({ names }: Setup, origin: string | undefined): boolean {
  if (origin === undefined || origin === names.mcpOrigin) return true;
  return URL.canParse(origin) && isLoopback(new URL(origin).hostname);
}

function invalidToken(challenge: Reply): Reply {
  const header = challenge.kind === 'answer' ? challenge.headers['www-authenticate'] : undefined;
  if (challenge.kind !== 'answer' || header === undefined) return challenge;
  return withHeader(challenge, 'www-authenticate', sayInvalid(header));
}

/** `Bearer` alone takes its first parameter after a space, all later ones after a comma. */
function sayInvalid(header: string): string {
  return `${header}${header.includes(' ') ? ',' : ''} error="invalid_token"`;
}

function withHeader(answer: Answer, name: string, value: string): Answer {
  return { ...answer, headers: { ...answer.headers, [name]: value } };
}
