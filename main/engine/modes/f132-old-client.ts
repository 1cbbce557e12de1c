import { registrationWays } from '../clients/replay/server-metadata.ts';
import { isAtLeast } from '../local/version.ts';
import type { LocalEvidence, ServerEntry, TargetEvidence } from '../model/evidence.ts';
import { defineTargetMode } from '../model/mode.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { serverDocument } from './evidence/server-document.ts';
import { serverInUse } from './evidence/server-in-use.ts';

/** F132: the installed Claude Code is older than something that this server's entry needs. */
export const mode = defineTargetMode({
  code: 'F132',
  title: 'Your Claude Code is too old for this server',
  explanation:
    'What the entry or the server asks for came with a later version of Claude Code. An older one passes over it without a word and fails in another place.',
  whatToDo: 'Update Claude Code (claude update, or the way it was installed) and try again.',
  step: 'local',
  severity: 'error',
  category: 'runtime',
  confidence: 'likely',
  clients: ['claude-code'],
  requirements: [],
  references: ['https://github.com/anthropics/claude-code/blob/main/CHANGELOG.md'],
  needs: ['entries', 'local'],
  uses: ['url', 'resourceMetadata', 'authorizationServers'],
  judge: ({ entries, local, ...server }) => {
    const own = entries.filter(({ client, url }) => client === 'claude-code' && url !== null);
    const version = local.installs.find(({ client }) => client === 'claude-code')?.version ?? null;
    if (own.length === 0 || version === null) return [];
    return FEATURES.filter(({ since }) => !isAtLeast(version, since)).flatMap(
      ({ since, what, isNeeded }) => {
        const needing = own.filter((entry) => isNeeded({ entry, local, server }));
        if (needing.length === 0) return [];
        const detail = `${what} came with ${since}; version ${version} is installed.`;
        return [{ detail, evidence: needing.map(fileEvidence) }];
      },
    );
  },
});

interface Needing {
  readonly entry: ServerEntry;
  readonly local: LocalEvidence;
  readonly server: Pick<TargetEvidence, 'url' | 'resourceMetadata' | 'authorizationServers'>;
}

interface Feature {
  readonly since: string;
  readonly what: string;
  readonly isNeeded: (needing: Needing) => boolean;
}

/** From the change log of Claude Code, as failure-modes F132 and clients.md 4.2 list it. */
const FEATURES: readonly Feature[] = [
  {
    since: '2.1.30',
    what: 'A client id or callback port of one’s own',
    isNeeded: ({ entry: { signIn } }) =>
      signIn !== null && (signIn.clientId !== null || signIn.callbackPort !== null),
  },
  {
    since: '2.1.81',
    what: 'Signing in with a client id document, the only way that this server offers,',
    isNeeded: ({ server }) => {
      const ways = waysOf(server);
      return ways !== null && ways.documents && !ways.dynamic;
    },
  },
  {
    since: '2.1.85',
    what: 'Resource metadata, which names an authorization server on another host here,',
    isNeeded: ({ server }) => isOnOtherHost(server),
  },
  {
    since: '2.1.133',
    what: 'Signing in through a proxy',
    isNeeded: ({ local }) =>
      local.facts.environment.some(({ name }) => /^(?:https|all)_proxy$/i.test(name)),
  },
];

function documentOf({ url, resourceMetadata, authorizationServers }: Needing['server']) {
  if (url === null || resourceMetadata === null || authorizationServers === null) return null;
  const inUse = serverInUse({ url, resourceMetadata, authorizationServers });
  return serverDocument(inUse);
}

function waysOf(server: Needing['server']): ReturnType<typeof registrationWays> | null {
  const json = documentOf(server)?.json ?? null;
  return json === null ? null : registrationWays(json);
}

function isOnOtherHost(server: Needing['server']): boolean {
  const document = documentOf(server);
  if (document === null || server.url === null) return false;
  return new URL(document.url).origin !== new URL(server.url).origin;
}
