import { defineRequirement } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { TOKEN_LINES } from '../modes/words/sign-in-lines.ts';
import { broken } from './parts/broken.ts';
import { shownValue } from './parts/shown-value.ts';
import { SIGN_IN_NEEDS, overIssued } from './sign-in/over-sign-in.ts';

/** TK-05: TypeScript clients refuse null and lists. */
export const requirement = defineRequirement({
  id: 'TK-05',
  level: 'COMPAT',
  revisions: [],
  phase: 'p2',
  step: 'token',
  title: 'What a token answer does not have is left out, and scope is one text.',
  source: 'Token schema of the MCP TypeScript SDKs',
  shownBy: ['F82'],
  needs: SIGN_IN_NEEDS,
  check: overIssued(({ exchange, json }) => {
    const wrong = ['scope', 'refresh_token', 'id_token'].filter(
      (name) => json[name] !== undefined && typeof json[name] !== 'string',
    );
    if (wrong.length === 0) return 'met';
    const said = wrong.map((name) => `${name} is ${shownValue(json[name])}`).join(', and ');
    const text = `In the token answer ${said}. Clients on a TypeScript SDK refuse the whole answer for it.`;
    return broken(text, [httpEvidence(exchange, said)], {
      severity: 'error',
      snippet: TOKEN_LINES,
      whatToDo: 'Leave out what there is not, and send scope as one text with spaces.',
    });
  }),
});
