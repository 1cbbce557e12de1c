import { asksForSignIn } from '../probe/challenge-of.ts';
import { whyNotAsked } from '../clients/replay/not-asked.ts';
import { isWrongDocument } from '../clients/replay/resource-problem.ts';
import { resourceMetadataDefect } from '../clients/replay/resource-metadata.ts';
import type {
  AuthorizationServerEvidence,
  DocumentAttempt,
  JsonObject,
} from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';

/** F27: the metadata names no authorization server, or a dead one first. */
export const mode = defineTargetMode({
  code: 'F27',
  title: 'The metadata names no authorization server',
  explanation:
    'authorization_servers tells clients where to sign in, and every client takes its first entry only. Without a usable one they fall back to your server itself, or drop the whole document.',
  whatToDo:
    'List the issuer of your authorization server, as a string in an array, the working one first. Leave out members that have no value: null makes clients reject the document.',
  step: 'resource-metadata',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-desktop-3p'],
  requirements: ['PR-07', 'PR-13', 'PR-15', 'PR-16'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc9728#section-2',
    'https://claude.com/docs/connectors/building/authentication',
  ],
  needs: ['first', 'resourceMetadata', 'authorizationServers'],
  judge: ({ first, resourceMetadata, authorizationServers }) => {
    if (!asksForSignIn(first)) return [];
    const isF23 = resourceMetadata.some((one) => one.place === 'header' && isWrongDocument(one));
    const document = resourceMetadata.find(
      (one) => one.json !== null && !(isF23 && isWrongDocument(one)),
    );
    if (document?.json == null) return [];
    if (isWrongDocument(document)) return [{ ...occurrence(OTHER, document), whatToDo: INSTEAD }];
    const wrong = whatIsWrong(document.json);
    if (wrong !== null) return [occurrence(wrong, document)];
    const dead = deadFirst(authorizationServers);
    return dead === null
      ? []
      : [occurrence('The first authorization server does not answer', document)];
  },
});

const OTHER = 'Another document lies where resource metadata belongs';
const INSTEAD =
  'Serve protected resource metadata there: a JSON object with resource and authorization_servers. What lies there now belongs elsewhere.';

function occurrence(title: string, document: DocumentAttempt): Occurrence {
  return {
    title,
    snippet: `"authorization_servers": ["https://auth.example.com"]`,
    evidence: [attemptEvidence(document)],
  };
}

function whatIsWrong(json: JsonObject): string | null {
  const servers = json.authorization_servers;
  if (servers === undefined) return 'The metadata names no authorization server';
  if (!Array.isArray(servers)) return 'authorization_servers is not a list';
  if (servers.length === 0) return 'authorization_servers is empty';
  const defect = resourceMetadataDefect(json);
  if (defect === null) return null;
  return json[defect] === undefined
    ? `The metadata lacks ${defect}`
    : `The metadata has an unusable ${defect}`;
}

/** The first entry gives no document while a later one does (PR-15). */
function deadFirst(
  servers: readonly AuthorizationServerEvidence[],
): AuthorizationServerEvidence | null {
  const isAt = (server: AuthorizationServerEvidence, test: (index: number) => boolean) =>
    server.namedBy.some((one) => one.place !== 'origin' && test(one.index));
  const answers = (server: AuthorizationServerEvidence) =>
    server.attempts.some((one) => one.json !== null || whyNotAsked(one) !== null);
  const first = servers.find((one) => isAt(one, (index) => index === 0));
  const later = servers.some((one) => isAt(one, (index) => index > 0) && answers(one));
  return first && !answers(first) && later ? first : null;
}
