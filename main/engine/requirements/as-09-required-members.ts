import { defineRequirement } from '../model/requirement.ts';
import { isAskable } from '../probe/is-askable.ts';
import { eachServerDocument } from './parts/each-server-document.ts';
import { A_TO_D } from './parts/revisions.ts';
import { SERVER_NEEDS } from './parts/server-documents.ts';
import { shownValue } from './parts/shown-value.ts';

const MEMBERS = ['issuer', 'authorization_endpoint', 'token_endpoint'] as const;

/** AS-09: issuer, authorization endpoint and token endpoint are there, as absolute addresses. */
export const requirement = defineRequirement({
  id: 'AS-09',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'Issuer, authorization and token endpoint are absolute addresses.',
  source: 'RFC 8414 §2',
  shownBy: ['F17'],
  needs: SERVER_NEEDS,
  check: (given) =>
    eachServerDocument(given, ({ json }) => {
      const name = MEMBERS.find((one) => !isAddress(json[one]));
      if (name === undefined) return null;
      const value = json[name];
      if (value === undefined) return { text: `${name} is missing.` };
      return { text: `${name} is ${shownValue(value)}, no absolute web address.` };
    }),
});

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && isAskable(value);
}
