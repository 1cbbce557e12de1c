import type { Answer, Ask, Reply } from './message.ts';
import type { Memory } from './memory.ts';
import { isLoopback } from './redirect-uri.ts';
import { json } from './reply.ts';
import type { Setup } from './setup.ts';
import type { Handler } from './site.ts';

/**
 * Lets a request pass that brings a token made for this server, and answers all others: 401 with
 * the challenge (RFC 9728 §5.1), plus `error="invalid_token"` where a token was sent (RFC 6750
 * §3.1), 403 for a foreign Origin (MCP transports, security warning).
 */
export function guarded(setup: Setup, memory: Memory, inner: Handler): Handler {
  return (ask) => {
    if (!goodOrigin(setup, ask.headers.origin)) return json(403, { error: 'foreign_origin' });
    if (hasGoodToken(setup, memory, ask)) return inner(ask);
    return ask.headers.authorization === undefined
      ? setup.challenge
      : invalidToken(setup.challenge);
  };
}

function hasGoodToken(setup: Setup, memory: Memory, ask: Ask): boolean {
  const sent = /^Bearer +(\S+)$/i.exec(ask.headers.authorization ?? '')?.[1];
  const known = memory.accessTokens.get(sent ?? '');
  if (known === undefined) return false;
  return known.audience === setup.names.resource && known.expiresAt > Date.now();
}

function goodOrigin(setup: Setup, origin: string | undefined): boolean {
  if (origin === undefined || origin === setup.names.mcpOrigin) return true;
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
