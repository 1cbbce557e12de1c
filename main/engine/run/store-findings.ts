import { newestStories } from '../local/join/newest-stories.ts';
import type { TargetEvidence } from '../model/evidence.ts';
import type { Mode } from '../model/mode.ts';
import type { ModeCode } from '../model/mode-code.ts';
import type { StoredDiscovery, StoredSignIn } from '../model/store-evidence.ts';
import { withoutSlash } from '../modes/evidence/other-origin.ts';
import { storedEvidence } from '../modes/evidence/stored-evidence.ts';
import type { Judged } from './judge-modes.ts';

/** What a kept discovery gives away about the server. */
interface Hint {
  readonly code: ModeCode;
  /** True where it counts only if the client connected: else it may never have seen a 401. */
  readonly ifConnected?: true;
  /** What it says; null where it gives nothing away. */
  readonly says: (discovered: StoredDiscovery) => string | null;
}

const SERVER_DOCUMENT = /\/\.well-known\/(?:oauth-authorization-server|openid-configuration)/;

const HINTS: readonly Hint[] = [
  {
    code: 'F23',
    says: ({ resourceMetadata: url }) =>
      url !== null && SERVER_DOCUMENT.test(url)
        ? `The 401 named ${url}, which is where an authorization server’s metadata stands.`
        : null,
  },
  {
    code: 'F20',
    ifConnected: true,
    says: ({ resourceMetadata, authorizationServer }) =>
      resourceMetadata === null && authorizationServer !== null
        ? 'The 401 named no resource metadata when Claude Code looked.'
        : null,
  },
  {
    code: 'F31',
    says: ({ issuer, authorizationServer: named }) =>
      // Claude Code adds a slash where it had to guess, so a slash alone says nothing.
      issuer !== null && named !== null && withoutSlash(issuer) !== withoutSlash(named)
        ? `Claude Code was led to ${named}, which calls itself ${issuer}.`
        : null,
  },
];

/**
 * Adds what Claude Code kept of its discovery, where the server itself was not asked: it gets by with
 * faults at which Claude in the cloud stops (claude-code#11814), and writes nothing of them in a log.
 * @param found what the modes and the logs said; a mode that was found is left as it is
 */
export function withStores(
  found: readonly Judged[],
  modes: readonly Mode[],
  { first, local }: TargetEvidence,
): readonly Judged[] {
  if (local === null || first?.legacy.outcome.kind === 'response') return found;
  const { stores, facts } = local;
  const known = new Set(found.map(({ mode }) => mode.code));
  const connected = newestStories(local).get('claude-code')?.ended === 'connected';
  const able = HINTS.filter((one) => connected || one.ifConnected === undefined);
  const hinted = able.flatMap((hint) => {
    const mode = modes.find(({ code }) => code === hint.code && !known.has(code));
    const hints = mode === undefined ? [] : hintsOf(hint, mode, stores.signIns, facts.now);
    return connected ? hints.slice(0, 1).map(gotBy) : hints.slice(0, 1);
  });
  return [...found, ...hinted];
}

function hintsOf(
  { says }: Hint,
  mode: Mode,
  signIns: readonly StoredSignIn[],
  now: number,
): readonly Judged[] {
  return signIns.flatMap((one) => {
    const said = one.discovered === undefined ? null : says(one.discovered);
    if (said === null) return [];
    const weak = { confidence: 'likely', severity: 'warning' } as const;
    return [{ mode, occurrence: { detail: said, ...weak, evidence: [storedEvidence(one, now)] } }];
  });
}

function gotBy({ mode, occurrence }: Judged): Judged {
  const detail = `${occurrence.detail ?? ''} It connected nevertheless; other clients may not.`;
  return { mode, occurrence: { ...occurrence, detail } };
}
