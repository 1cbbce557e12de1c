/** What a healthy server answers to the further requests of a probe, and what one answers instead. */
import type { McpProbeName, McpProbes, ServerEndpoints } from '../model/evidence.ts';
import type { HostFacts } from '../ports.ts';
import { bearer, exchange, ISSUER, MCP_URL } from './exchange-builders.ts';
import { answerText } from './fake-answers.ts';

/** How a healthy MCP endpoint answers the further first requests; and what one answers instead. */
export function healthyProbes(changes: McpProbes = {}): McpProbes {
  const challenged = (name: McpProbeName, header = bearer()) =>
    exchange({
      id: name,
      purpose: name,
      answer: answerText('', 401, [['WWW-Authenticate', header]]),
    });
  const invalid = `${bearer()}, error="invalid_token"`;
  return {
    'made-up token': challenged('made-up token', invalid),
    'empty token': challenged('empty token', invalid),
    'other scheme': challenged('other scheme', invalid),
    'foreign origin': exchange({ id: 'origin', purpose: 'foreign origin', answer: 403 }),
    'session end': challenged('session end'),
    'tools list': challenged('tools list'),
    preflight: exchange({
      id: 'preflight',
      method: 'OPTIONS',
      purpose: 'preflight',
      answer: answerText('', 204, [['Access-Control-Allow-Origin', '*']]),
    }),
    'slash twin': exchange({ id: 'twin', purpose: 'slash twin', url: `${MCP_URL}/`, answer: 404 }),
    'as Claude': challenged('as Claude'),
    'as python-httpx': challenged('as python-httpx'),
    'as a browser': challenged('as a browser'),
    ...changes,
  };
}

/** What the endpoints of a healthy authorization server answer without a request. */
export function healthyEndpoints(changes: Partial<ServerEndpoints> = {}): ServerEndpoints {
  const url = `${ISSUER}/token`;
  const refused = answerText('{"error":"invalid_request"}', 400, [
    ['Content-Type', 'application/json'],
  ]);
  return {
    token: exchange({ id: 'token', url, answer: refused }),
    revocation: null,
    preflight: exchange({
      id: 'cors',
      method: 'OPTIONS',
      url,
      answer: answerText('', 204, [['Access-Control-Allow-Origin', '*']]),
    }),
    ...changes,
  };
}

/** A host on the open internet with a certificate in order. */
export function publicHost(host: string, changes: Partial<HostFacts> = {}): HostFacts {
  return {
    host,
    port: 443,
    addresses: [{ address: '93.184.216.34', family: 4, class: 'public' }],
    mapped: false,
    dnsFailure: null,
    tls: { protocol: 'TLSv1.3', sent: [], trustedBy: 'bundled', failure: null },
    ...changes,
  };
}
