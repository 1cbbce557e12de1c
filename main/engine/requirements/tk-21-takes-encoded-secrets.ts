import { defineRequirement } from '../model/requirement.ts';
import type { Exchange } from '../model/evidence.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { headerOf } from '../probe/header.ts';
import { jsonAnswer } from '../probe/registration/json-answer.ts';
import { broken } from './parts/broken.ts';
import { SIGN_IN_NEEDS, overTokenAnswer } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-21: special characters are written in two ways. */
export const requirement = defineRequirement({
  id: 'TK-21',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'A secret works in the Authorization header, form-encoded as the standard has it.',
  source: 'RFC 6749 §2.3.1',
  shownBy: ['F81'],
  needs: SIGN_IN_NEEDS,
  check: overTokenAnswer(({ exchange, status }) => {
    if (!usesBasic(exchange)) return 'not-applicable';
    if (status < 300) return 'met';
    if (jsonAnswer(exchange)?.error !== 'invalid_client')
      return { notSeen: 'The token request was refused for another reason.' };
    const text =
      'The token endpoint refuses the secret that its own registration gave, sent in the Authorization header. The standard has it form-encoded there; TypeScript clients send it as it is, which fails alike where it has special characters.';
    return broken(text, [httpEvidence(exchange, `answered ${status} invalid_client`)], {
      whatToDo:
        'Decode user name and password of Basic as forms, and issue secrets of letters and digits only, which need no encoding.',
    });
  }),
});

function usesBasic({ request }: Exchange): boolean {
  return /^basic /i.test(headerOf(request.headers, 'authorization') ?? '');
}
