import { isUrl } from '../../contract/is-url.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import { isWrongDocument } from '../clients/replay/resource-problem.ts';
import { resourceMetadataDefect } from '../clients/replay/resource-metadata.ts';
import type { AuthorizationServerEvidence, Json, JsonObject } from '../model/evidence.ts';
import { deadFirstServer } from '../clients/replay/dead-first-server.ts';
import { issuerFault } from './evidence/issuer-fault.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
import { attemptEvidence } from './evidence/attempt-evidence.ts';

/** F27: the metadata names no authorization server, or a dead one first. */
export const mode = defineTargetMode({
  code: 'F27',
  title: 'The metadata names no authorization server',
  explanation:
    'The list authorization_servers tells clients where to sign in, and every client takes its first entry only. Without a usable one they fall back to your server itself, or drop the whole document.',
  whatToDo:
    'List the issuer of your authorization server, as a string in an array, the working one first.',
  step: 'resource-metadata',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-desktop-3p'],
  requirements: ['PR-07', 'PR-13', 'PR-14', 'PR-15'],
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
  if (defect === null) return noIdentifier(servers);
  // Any other member is F16's.
  if (defect !== 'resource' && defect !== 'authorization_servers') return null;
  const title =
    json[defect] === undefined
      ? `The metadata lacks ${defect}`
      : `The metadata has an unusable ${defect}`;
  return defect === 'resource' ? { title, snippet: `"resource": "${url}"` } : { title };
}

/** An address that is no issuer identifier: not https, or with a query or fragment (PR-14). */
function noIdentifier(servers: readonly Json[]): Fault | null {
  const texts = servers.filter((one) => typeof one === 'string');
  const wrong = texts.find((one) => issuerFault(one) !== null);
  if (wrong === undefined) return null;
  return {
    title: 'An authorization server is no issuer identifier',
    detail: `Seen here: ${wrong} ${issuerFault(wrong)}. An issuer is an https address without query and fragment.`,
  };
}

function notAList(servers: Json): Fault {
  const title = 'The authorization servers are not in a list';
  const isOne = typeof servers === 'string' && isUrl(servers);
  return isOne ? { title, snippet: listOf(servers) } : { title };
}

function listOf(issuer: string): string {
  return `"authorization_servers": [${JSON.stringify(issuer)}]`;
}

/** The first entry gives no document while a later one does (PR-15). */
function deadFirst(servers: readonly AuthorizationServerEvidence[]): Fault | null {
  const dead = deadFirstServer(servers);
  if (dead === null) return null;
  return {
    title: 'The first authorization server does not answer',
    snippet: listOf(dead.later.issuer),
  };
}
