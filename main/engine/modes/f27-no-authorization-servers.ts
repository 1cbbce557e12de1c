import { asksForSignIn } from '../probe/challenge-of.ts';
import { whyNotAsked } from '../clients/replay/not-asked.ts';
import { isWrongDocument } from '../clients/replay/resource-problem.ts';
import { resourceMetadataDefect } from '../clients/replay/resource-metadata.ts';
import type { AuthorizationServerEvidence, Json, JsonObject } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';

/** F27: the metadata names no authorization server, or a dead one first. */
export const mode = defineTargetMode({
  code: 'F27',
  title: 'The metadata names no authorization server',
  explanation:
    'The list authorization_servers tells clients where to sign in, and every client takes its first entry only. Without a usable one they fall back to your server itself, or drop the whole document.',
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
  needs: ['url', 'first', 'resourceMetadata', 'authorizationServers'],
  judge: ({ url, first, resourceMetadata, authorizationServers }) => {
    if (!asksForSignIn(first)) return [];
    // The document that the 401 names is F23's, also where it is a well-known address.
    const named = resourceMetadata.find((one) => one.place === 'header' && isWrongDocument(one));
    const document = resourceMetadata.find((one) => one.json !== null && one.url !== named?.url);
    if (document?.json == null) return [];
    const fault = isWrongDocument(document)
      ? OTHER
      : (faultOf(document.json, url) ?? deadFirst(authorizationServers));
    return fault === null ? [] : [{ ...fault, evidence: [attemptEvidence(document)] }];
  },
});

type Fault = Omit<Occurrence, 'evidence'>;

const OTHER: Fault = {
  title: 'Another document lies where resource metadata belongs',
  whatToDo:
    'Serve protected resource metadata there: a JSON object with resource and authorization_servers. What lies there now belongs elsewhere.',
};

function faultOf(json: JsonObject, url: string): Fault | null {
  const servers = json.authorization_servers;
  if (servers === undefined) return { title: 'The metadata names no authorization server' };
  if (!Array.isArray(servers)) return notAList(servers);
  if (servers.length === 0) return { title: 'The list of authorization servers is empty' };
  const defect = resourceMetadataDefect(json);
  if (defect === null) return null;
  const title =
    json[defect] === undefined
      ? `The metadata lacks ${defect}`
      : `The metadata has an unusable ${defect}`;
  return defect === 'resource' ? { title, snippet: `"resource": "${url}"` } : { title };
}

function notAList(servers: Json): Fault {
  const title = 'The authorization servers are not in a list';
  const isOne = typeof servers === 'string' && URL.canParse(servers);
  return isOne ? { title, snippet: listOf(servers) } : { title };
}

function listOf(issuer: string): string {
  return `"authorization_servers": [${JSON.stringify(issuer)}]`;
}

/** The first entry gives no document while a later one does (PR-15). */
function deadFirst(servers: readonly AuthorizationServerEvidence[]): Fault | null {
  const isAt = (server: AuthorizationServerEvidence, test: (index: number) => boolean) =>
    server.namedBy.some((one) => one.place !== 'origin' && test(one.index));
  const first = servers.find((one) => isAt(one, (index) => index === 0));
  const later = servers.find((one) => isAt(one, (index) => index > 0) && answers(one));
  const isDead = first?.attempts.every((one) => one.json === null && whyNotAsked(one) === null);
  if (!isDead || later === undefined) return null;
  return {
    title: 'The first authorization server does not answer',
    snippet: listOf(later.issuer),
  };
}

function answers({ attempts }: AuthorizationServerEvidence): boolean {
  return attempts.some((one) => one.json !== null);
}
