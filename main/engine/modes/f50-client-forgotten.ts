import { CLIENT_WORDS } from '../../contract/words.ts';
import { defineTargetMode } from '../model/mode.ts';
import { forgottenClients } from '../probe/registration/forgotten-clients.ts';
import { httpEvidence } from './evidence/http-evidence.ts';

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
  needs: ['registration'],
  judge: ({ registration }) => {
    const lost = forgottenClients(registration);
    if (lost[0] === undefined) return [];
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
