import { defineRequirementMode } from '../model/mode.ts';
import { statusOf } from '../clients/replay/replay.ts';
import type { Exchange } from '../model/evidence.ts';
import type { Occurrence } from '../model/mode.ts';
import { httpEvidence } from './evidence/http-evidence.ts';

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
  besides: {
    needs: ['signIn'],
    judge: ({ signIn: { trace } }) => {
      const [revoked, call] = [trace?.revocation, trace?.afterRevocation];
      if (revoked == null || call == null) return [];
      const isTaken = statusOf(revoked) === 200 && (statusOf(call) ?? 500) < 300;
      return isTaken ? [STILL_GOOD(call)] : [];
    },
  },
});

/** Access tokens that are checked by their signature alone stay good until they end. */
const STILL_GOOD = (call: Exchange): Occurrence => ({
  title: 'A revoked token stays good',
  explanation:
    'The revocation is answered 200, and the MCP server takes the token all the same. Who signs out is not signed out until the token ends by itself.',
  whatToDo:
    'Let the MCP server ask whether a token is revoked, or give access tokens a short life.',
  severity: 'warning',
  requirements: [],
  evidence: [httpEvidence(call, 'a call with the revoked token')],
});
