import { CLIENT_WORDS } from '../../contract/words.ts';
import { defineTargetMode } from '../model/mode.ts';
import { forgottenClients } from '../probe/registration/forgotten-clients.ts';
import { httpEvidence } from './evidence/http-evidence.ts';
import type { Exchange } from '../model/evidence.ts';
import type { Occurrence } from '../model/mode.ts';
import type { SignInEvidence } from '../model/sign-in-evidence.ts';
import { jsonAnswer } from '../probe/registration/json-answer.ts';
import { endingOccurrences } from './evidence/ending-occurrences.ts';
import { loopCode } from '../clients/sign-in/loop-code.ts';
import { roundsOf } from '../clients/sign-in/rounds-of.ts';

/** F50: the server does not know a client that it has registered. */
export const mode = defineTargetMode({
  code: 'F50',
  title: 'The server forgets the clients it registered',
  explanation:
    'A client registers once and keeps its id. Where the server no longer knows the id, its sign-in page answers with an error that no client sees, so the client goes on waiting and uses the same id again the next time.',
  whatToDo:
    'Keep registered clients in storage that all instances of your server share and that outlives a restart. For a client that is stuck: clear its authentication, for mcp-remote by deleting its client_info.json, so that it registers anew.',
  step: 'authorize',
  severity: 'error',
  category: 'account',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['DR-20'],
  references: ['https://github.com/anthropics/claude-code/issues/4760'],
  needs: ['first'],
  uses: ['registration', 'signIn'],
  judge: ({ registration, signIn }) => {
    const lost = registration === null ? [] : forgottenClients(registration);
    if (lost[0] === undefined) return signIn === null ? [] : inSignIn(signIn);
    const who = CLIENT_WORDS[lost[0].as];
    return [
      {
        detail: `The id that was given to a registration as ${who} was unknown at the sign-in page right after.`,
        evidence: lost.map((one) => httpEvidence(one.exchange, `does not know ${one.clientId}`)),
        requirements: ['DR-20'],
      },
    ];
  },
});

/** At the sign-in page, from round to round, and when a token is renewed. */
function inSignIn(signIn: SignInEvidence): readonly Occurrence[] {
  const seen = [...endingOccurrences('F50', signIn), ...forgottenBetween(signIn)];
  const refresh = signIn.trace?.refresh?.exchange;
  if (seen.length > 0 || refresh === undefined || !isUnknownClient(refresh)) return seen;
  return [
    {
      detail: 'The id with which the sign-in went well was unknown when its token was renewed.',
      evidence: [httpEvidence(refresh, 'answered invalid_client')],
    },
  ];
}

/** The id of the first round was refused, and a new registration helped. */
function forgottenBetween(signIn: SignInEvidence): readonly Occurrence[] {
  const rounds = roundsOf(signIn);
  const at = rounds.findIndex((one) => one.because === 'the client was forgotten');
  const refused = rounds[at - 1]?.token ?? null;
  if (refused === null || loopCode(signIn) !== null) return [];
  return [
    {
      detail:
        'The token endpoint did not know the id of the first round; one that was registered anew was taken.',
      evidence: [httpEvidence(refused, 'answered invalid_client')],
    },
  ];
}

function isUnknownClient(exchange: Exchange): boolean {
  return jsonAnswer(exchange)?.error === 'invalid_client';
}
