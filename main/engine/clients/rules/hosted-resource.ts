import type { Basis, Rule, RuleHit } from '../../model/client.ts';
import { matchResource } from '../replay/resource-match.ts';
import type { Replay } from '../replay/replay.ts';
import { resourceProblem } from '../replay/resource-problem.ts';
import { atMcpOrigin } from '../replay/stop-requests.ts';

/**
 * The document that the 401 names must be usable; hosted Claude does not look elsewhere then.
 * @see F23, F25; https://github.com/anthropics/claude-code/issues/11814
 */
export function hostedNamedDocument(basis: Basis, source: string): Rule {
  return {
    step: 'resource-metadata',
    basis,
    source,
    check: (replay) => {
      if (replay.status !== 401 || replay.metadataUrl === null || replay.resource) return null;
      const cause = resourceProblem(replay.resourceTried);
      const why = `The 401 sends Claude to ${replay.metadataUrl}, which is not the resource metadata. Claude in the cloud stops here, so the tab stays blank.`;
      return { outcome: 'blocked', cause, why };
    },
  };
}

/**
 * The advertised resource must be the URL that the user typed, path included.
 * @see DOC-AUTH; PR-10; F26
 */
export function hostedResource(basis: Basis, source: string): Rule {
  return {
    step: 'resource-metadata',
    basis,
    source,
    check: ({ resource, url }) => {
      const advertised = resource?.json?.resource;
      return typeof advertised === 'string' ? judgeResource(advertised, url) : null;
    },
  };
}

function judgeResource(advertised: string, url: string): RuleHit | null {
  const match = matchResource(advertised, url);
  if (match === 'exact') return null;
  const why = `The metadata is for ${advertised}, and Claude wants exactly the URL that was typed: ${url}.`;
  return { outcome: match === 'parent' ? 'at-risk' : 'blocked', cause: 'F26', why };
}

/**
 * Without any resource metadata, hosted Claude asks only the root of the MCP origin since
 * 2026-01-08, then guesses the endpoints.
 * @see F24, F29, F30; announcement in the claude-ai-mcp repository
 */
export function hostedWithoutResource(basis: Basis, source: string): Rule {
  return {
    step: 'resource-metadata',
    basis,
    source,
    check: (replay) => {
      if (replay.status !== 401 || replay.resource || replay.metadataUrl !== null) return null;
      return judgeWithout(replay);
    },
  };
}

function judgeWithout(replay: Replay): RuleHit {
  const cause = resourceProblem(replay.resourceTried);
  const stopsAt = atMcpOrigin(replay, 'register');
  const retired = replay.server?.attempts.find((one) => one.place === 'oauth-path');
  if (replay.metadata === null && retired?.json)
    return {
      outcome: 'blocked',
      cause: 'F29',
      why: `Only ${retired.url} answers, and Claude stopped asking there on 2026-01-08.`,
      stopsAt,
    };
  const why =
    'There is no resource metadata, so Claude takes the server itself for the authorization server.';
  if (replay.metadata !== null) return { outcome: 'at-risk', cause, why };
  return { outcome: 'blocked', cause, why, stopsAt };
}
