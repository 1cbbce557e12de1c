import { asksForSignIn } from '../probe/challenge-of.ts';
import { isUsableResourceMetadata } from '../clients/replay/resource-metadata.ts';
import { matchResource, type ResourceMatch } from '../clients/replay/resource-match.ts';
import type { DocumentAttempt } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';
import { mismatchEvidence } from './evidence/mismatch-evidence.ts';

/** F26: the metadata is for another URL than the one that clients use. */
export const mode = defineTargetMode({
  code: 'F26',
  title: 'The metadata is for another address',
  explanation:
    'The member resource of your protected resource metadata must be the URL that people enter. Claude Code, mcp-remote and others compare the two and stop when they differ.',
  whatToDo:
    'Set resource to exactly the URL of the MCP endpoint, and accept it as the audience of tokens.',
  step: 'resource-metadata',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote', 'claude-desktop-3p'],
  requirements: ['PR-08', 'PR-09', 'PR-10', 'PR-11', 'PR-12', 'PR-23'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc9728#section-3.3',
    'https://claude.com/docs/connectors/building/authentication',
    'https://github.com/anthropics/claude-code/issues/69917',
  ],
  needs: ['url', 'first', 'resourceMetadata'],
  judge: ({ url, first, resourceMetadata }) => {
    if (!asksForSignIn(first)) return [];
    const used = resourceMetadata.find((one) => isUsableResourceMetadata(one));
    const advertised = used?.json?.resource;
    if (used === undefined || typeof advertised !== 'string') return [];
    const match = matchResource(advertised, url);
    if (match !== 'exact') return [occurrence(match, advertised, url, used)];
    return advertised.includes('#') ? [withFragment(advertised, url, used)] : [];
  },
});

function occurrence(
  match: ResourceMatch,
  advertised: string,
  url: string,
  used: DocumentAttempt,
): Occurrence {
  return {
    ...wordsFor(match, advertised, url),
    snippet: `"resource": "${url}"`,
    severity: match === 'parent' ? 'warning' : 'error',
    evidence: [mismatchEvidence('resource', url, advertised), attemptEvidence(used)],
  };
}

/** The same address with a fragment behind it, which no identifier may have (PR-08). */
function withFragment(advertised: string, url: string, used: DocumentAttempt): Occurrence {
  return {
    title: 'The resource has a fragment behind it',
    explanation: `Your metadata says ${advertised}. An identifier has no fragment: clients that compare letter by letter refuse it, others drop it.`,
    snippet: `"resource": ${JSON.stringify(url)}`,
    severity: 'warning',
    evidence: [mismatchEvidence('resource', url, advertised), attemptEvidence(used)],
  };
}

type Words = Pick<Occurrence, 'title' | 'explanation' | 'detail'>;

function wordsFor(match: ResourceMatch, advertised: string, url: string): Words {
  const pair = `Your metadata says ${advertised}, people connect to ${url}.`;
  if (match === 'slash-twin') {
    const more = new URL(advertised).pathname.length > new URL(url).pathname.length;
    const title = more
      ? 'One slash too many in your metadata'
      : 'One slash too few in your metadata';
    return { title, explanation: `${pair} Clients compare these letter by letter.` };
  }
  if (match === 'parent')
    return {
      title:
        new URL(advertised).pathname === '/'
          ? 'The metadata names your whole host, not the endpoint'
          : 'The metadata names a path above the endpoint',
      explanation: `${pair} Claude Code and mcp-remote accept the parent address; the standard and Claude’s documentation ask for the exact one.`,
    };
  if (
    new URL(advertised).host === new URL(url).host &&
    new URL(advertised).protocol !== new URL(url).protocol
  )
    return {
      title: 'The metadata says http, people use https',
      explanation: `${pair} Your application does not see that the proxy in front of it speaks https (X-Forwarded-Proto).`,
    };
  return { detail: pair };
}
