import { defineRequirement } from '../model/requirement.ts';
import { isAskable } from '../probe/is-askable.ts';
import { eachServerDocument } from './parts/each-server-document.ts';
import { A_TO_D } from './parts/revisions.ts';
import { isSecureUrl } from './parts/secure-url.ts';
import { SERVER_NEEDS } from './parts/server-documents.ts';
import { shownValue } from './parts/shown-value.ts';

const ENDPOINTS = [
  'authorization_endpoint',
  'token_endpoint',
  'registration_endpoint',
  'revocation_endpoint',
  'introspection_endpoint',
  'jwks_uri',
] as const;

/** AS-10: no endpoint without TLS, but on this machine. What is no address at all is AS-09, AS-20. */
export const requirement = defineRequirement({
  id: 'AS-10',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'Every endpoint of the authorization server is https.',
  source: 'MCP authorization, Communication Security',
  shownBy: ['F18'],
  needs: SERVER_NEEDS,
  check: (given) =>
    eachServerDocument(given, ({ json }) => {
      const open = ENDPOINTS.find((name) => {
        const url = json[name];
        return typeof url === 'string' && isAskable(url) && !isSecureUrl(url);
      });
      if (open === undefined) return null;
      return { text: `${open} is not https: ${shownValue(json[open])}.` };
    }),
});
