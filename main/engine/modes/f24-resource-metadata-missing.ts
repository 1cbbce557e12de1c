import { isAskable } from '../probe/is-askable.ts';
import { isUsableResourceMetadata } from '../clients/replay/resource-metadata.ts';
import { misplacedDocument } from './evidence/misplaced-document.ts';
import { firstNotAsked } from '../clients/replay/not-asked.ts';
import { isGuarded } from '../clients/replay/resource-problem.ts';
import { resourceMetadataAddresses } from '../probe/addresses.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import type { DocumentAttempt } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';

/** F24: no protected resource metadata at the well-known addresses, or only at the root. */
export const mode = defineTargetMode({
  code: 'F24',
  title: 'There is no protected resource metadata',
  explanation:
    'Nothing at the well-known addresses tells a client where to sign in. Claude then takes your server itself for the authorization server and guesses the rest.',
  whatToDo:
    'Serve a JSON document at the address below. It is the host, then /.well-known/oauth-protected-resource, then the path of the MCP endpoint: not the other way round.',
  step: 'resource-metadata',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-desktop-3p'],
  requirements: ['PR-01', 'PR-02', 'PR-03'],
  followsFrom: ['F23', 'F29', 'F88'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc9728#section-3.1',
    'https://github.com/anthropics/claude-ai-mcp/issues/716',
  ],
  needs: ['url', 'first', 'resourceMetadata', 'misplaced'],
  judge: ({ url, first, resourceMetadata, misplaced }) => {
    const situation = asksForSignIn(first) ? situationOf(resourceMetadata) : null;
    if (situation === null) return [];
    const notSeen = firstNotAsked(resourceMetadata);
    if (notSeen !== null) return { notSeen };
    const missing = resourceMetadata.filter(isMissing);
    const found = situation === 'nowhere' ? misplacedDocument(misplaced) : null;
    if (found !== null) return [misplacedOccurrence(found, missing, url)];
    return [{ ...WORDS[situation], snippet: snippet(url), evidence: missing.map(attemptEvidence) }];
  },
});

type Situation = 'nowhere' | 'too-large' | 'named-address-empty' | 'root-only';

const WORDS: Record<Situation, Omit<Occurrence, 'evidence'>> = {
  nowhere: {},
  'too-large': {
    title: 'The resource metadata is too large to read',
    explanation:
      'The document is larger than 256 KB, or does not end. Unblank reads no more than that. mcp-remote read one of 10 MB when we tried; what Claude does is not known.',
    whatToDo:
      'Serve the document alone: a few hundred characters with resource and authorization_servers.',
    severity: 'warning',
    confidence: 'possible',
  },
  'named-address-empty': {
    title: 'The 401 names an address where nothing lies',
    explanation:
      'A document lies at a well-known address, but the 401 sends clients to another one, where there is none. Clients built on the TypeScript SDK ask only the address that the 401 names.',
    whatToDo:
      'Name the address of the document in the 401, or serve the document where the 401 says.',
    clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  },
  'root-only': {
    title: 'Resource metadata is served at the root only',
    explanation:
      'The address made of the path of your MCP endpoint is missing. Clients of the newer revisions fall back to the root; older ones stop, and one host can then protect only one server.',
    severity: 'warning',
    requirements: ['PR-02', 'PR-03'],
  },
};

function situationOf(attempts: readonly DocumentAttempt[]): Situation | null {
  const at = (place: DocumentAttempt['place']) => attempts.find((one) => one.place === place);
  const [named, path] = [at('header'), at('path')];
  const usable = attempts.filter((one) => isUsableResourceMetadata(one));
  // What is no web address at all is F22's.
  if (usable.length > 0 && named && isMissing(named))
    return isAskable(named.url) ? 'named-address-empty' : null;
  if (usable.length > 0 && !usable.includes(named!) && path && isMissing(path)) return 'root-only';
  // A document that is there but no resource metadata is another mode's (F23, F27), and so is a
  // guarded address (F25).
  const others = attempts.some((one) => one.place !== 'header' && !isMissing(one));
  if (usable.length > 0 || others) return null;
  return attempts.some((one) => one.problem?.kind === 'too-large') ? 'too-large' : 'nowhere';
}

/** The document is there, at an address where no client looks (PR-02). */
function misplacedOccurrence(
  found: DocumentAttempt,
  missing: readonly DocumentAttempt[],
  url: string,
): Occurrence {
  const right = resourceMetadataAddresses(url)[0]!.url;
  return {
    title: MISPLACED_TITLES[found.place === 'appended' ? 'appended' : 'slash-twin'],
    detail: `It lies at ${found.url}; clients look at ${right}.`,
    snippet: `GET ${right}\n${JSON.stringify(found.json, null, 2)}`,
    evidence: [...missing, found].map(attemptEvidence),
  };
}

const MISPLACED_TITLES = {
  appended: 'The metadata lies behind the path, not before it',
  'slash-twin': 'The metadata address differs by its final slash',
} as const;

function isMissing(attempt: DocumentAttempt): boolean {
  return attempt.json === null && !isGuarded(attempt);
}

function snippet(url: string): string {
  const address = resourceMetadataAddresses(url)[0]!.url;
  const document = { resource: url, authorization_servers: [new URL(url).origin] };
  return `GET ${address}\n${JSON.stringify(document, null, 2)}`;
}
