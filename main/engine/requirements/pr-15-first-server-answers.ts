import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { deadFirstServer } from '../clients/replay/dead-first-server.ts';
import { broken } from './parts/broken.ts';
import { resourceInUse } from './parts/resource-documents.ts';

/** PR-15: the first of several authorization servers is the one that counts. */
export const requirement = defineRequirement({
  id: 'PR-15',
  level: 'COMPAT',
  revisions: [],
  phase: 'p0',
  step: 'resource-metadata',
  title: 'The first of several authorization servers answers.',
  source: 'MCP SDKs (seen): only entry 0 is used',
  shownBy: ['F27'],
  needs: ['resourceMetadata', 'authorizationServers'],
  check: ({ resourceMetadata, authorizationServers }) => {
    const document = resourceInUse(resourceMetadata);
    const servers = document?.json.authorization_servers;
    if (document === null || !Array.isArray(servers) || servers.length < 2) return 'not-applicable';
    const dead = deadFirstServer(authorizationServers);
    if (dead === null) return 'met';
    const text = `The first authorization server, ${dead.first.issuer}, gives no document; clients never try a later one, such as ${dead.later.issuer}.`;
    const evidence = [document, ...dead.first.attempts].map(attemptEvidence);
    const snippet = `"authorization_servers": [${JSON.stringify(dead.later.issuer)}]`;
    return broken(text, evidence, { snippet });
  },
});
