import { isUsableResourceMetadata } from '../clients/replay/resource-metadata.ts';
import { contactOf, statusOf } from '../clients/replay/replay.ts';
import { matchResource } from '../clients/replay/resource-match.ts';
import { serverMetadataDefect } from '../clients/replay/server-metadata.ts';
import type {
  AuthorizationServerEvidence,
  DocumentAttempt,
  FirstContact,
  McpProbes,
} from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { isOpenServer } from '../probe/mcp-answer.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';
import { httpEvidence } from './evidence/http-evidence.ts';

/** F36: a server that answers without a sign-in and looks as if it wanted one. */
export const mode = defineTargetMode({
  code: 'F36',
  title: 'The server is open but announces a sign-in',
  explanation:
    'Your server answers without a token, and yet it publishes OAuth metadata. Hosted Claude may start a sign-in because of it, and the connector stays “Not connected”.',
  whatToDo:
    'If no sign-in is wanted, answer 404 as JSON at the well-known addresses, then remove the connector and add it again without sign-in. If one is wanted, answer 401 to requests without a token.',
  step: 'challenge',
  severity: 'warning',
  category: 'deployment',
  confidence: 'likely',
  clients: ['claude-hosted'],
  requirements: ['RS-37'],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/103',
    'https://github.com/anthropics/claude-ai-mcp/issues/5',
  ],
  needs: ['url', 'first', 'mcpProbes', 'resourceMetadata', 'authorizationServers'],
  judge: ({ url, first, mcpProbes, resourceMetadata, authorizationServers }) => {
    if (!isOpenServer(contactOf(first))) return [];
    const mixed = mixedSignIn(first, mcpProbes);
    if (mixed !== null) return [mixed];
    const own = resourceMetadata.filter((one) => isAbout(one, url));
    if (own.length > 0) return [announced(first, own)];
    const servers = authorizationServers.filter(isOrigin).flatMap(goodDocuments);
    return servers.length === 0 ? [] : [shared(first, servers)];
  },
});

/** RS-37: initialize is open, and calls are not. */
function mixedSignIn(first: FirstContact, probes: McpProbes): Occurrence | null {
  const list = probes['tools list'];
  if (list === undefined || contactOf(first) !== first.legacy || statusOf(list) !== 401)
    return null;
  return {
    title: 'Only some calls ask for a sign-in',
    explanation:
      'The first request is answered without a token, tools/list gets 401. That is allowed, but TypeScript clients then sign in twice at once: two registrations and two browser windows (seen). Hosted Claude may take the server for one without sign-in.',
    whatToDo: 'Answer 401 to every request without a token, the first one included.',
    confidence: 'certain',
    clients: ['claude-hosted', 'claude-code', 'mcp-remote', 'ts-sdk'],
    evidence: [
      httpEvidence(first.legacy, 'initialize is answered without a token'),
      httpEvidence(list, 'tools/list is answered 401'),
    ],
  };
}

function announced(first: FirstContact, documents: readonly DocumentAttempt[]): Occurrence {
  return {
    clients: ['claude-hosted'],
    evidence: [answeredOpenly(first), ...documents.map(attemptEvidence)],
  };
}

/** The origin may have a sign-in for something else; a client that looks cannot tell. */
function shared(first: FirstContact, documents: readonly DocumentAttempt[]): Occurrence {
  return {
    severity: 'advice',
    confidence: 'possible',
    detail: 'Here it is the metadata of an authorization server at the same origin.',
    clients: ['claude-hosted'],
    evidence: [answeredOpenly(first), ...documents.map(attemptEvidence)],
  };
}

function answeredOpenly(first: FirstContact) {
  return httpEvidence(contactOf(first), 'answered without a token');
}

/** Resource metadata of another path of the same host says nothing about this endpoint. */
function isAbout(attempt: DocumentAttempt, url: string): boolean {
  if (!isUsableResourceMetadata(attempt)) return false;
  return matchResource(attempt.json!.resource as string, url) !== 'mismatch';
}

function isOrigin({ namedBy }: AuthorizationServerEvidence): boolean {
  return namedBy.some(({ place }) => place === 'origin');
}

function goodDocuments({ attempts }: AuthorizationServerEvidence): readonly DocumentAttempt[] {
  return attempts.filter(
    ({ json, place }) => json !== null && serverMetadataDefect(json, place) === null,
  );
}
