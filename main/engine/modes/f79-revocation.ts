import { defineRequirementMode } from '../model/mode.ts';

/** F79: signing out does not answer as clients expect. */
export const mode = defineRequirementMode({
  code: 'F79',
  title: 'Revocation does not answer as it must',
  explanation:
    'A client that signs out sends its token to the revocation endpoint. An unknown token is as good as revoked, so the answer is 200; with another one a client reports that signing out failed, or tries again.',
  whatToDo: 'Answer 200 with an empty body whether the token is known or not.',
  step: 'token',
  severity: 'warning',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: ['AS-26'],
  references: ['https://datatracker.ietf.org/doc/html/rfc7009#section-2.2'],
});
