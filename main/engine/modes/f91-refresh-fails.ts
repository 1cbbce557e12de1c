import { SHORT_LIFE } from '../clients/sign-in/loop-code.ts';
import { lastRound, tokenOf } from '../clients/sign-in/rounds-of.ts';
import { defineRequirementMode, type Occurrence } from '../model/mode.ts';
import type { SignInEvidence } from '../model/sign-in-evidence.ts';
import { httpEvidence } from './evidence/http-evidence.ts';
import { loopOccurrences } from './evidence/loop-occurrences.ts';

/** F91: a token cannot be renewed as it must be, or is over before it can. */
export const mode = defineRequirementMode({
  code: 'F91',
  title: 'Tokens are not renewed as they must be',
  explanation:
    'Clients renew their token behind the user’s back. Where that fails, or has to happen every few seconds, users are asked to sign in again and again.',
  whatToDo:
    'Take a refresh request with nothing but the refresh token and resource, give a new refresh token each time, and answer one that is no longer good with 400 and {"error": "invalid_grant"}.',
  step: 'refresh',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: [],
  requirements: ['TK-24', 'TK-25', 'TK-26', 'TK-28'],
  followsFrom: ['F50'],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc6749#section-6',
    'https://datatracker.ietf.org/doc/html/rfc9700#section-4.14',
  ],
  besides: {
    needs: ['signIn'],
    judge: ({ signIn }) => {
      const short = shortLife(signIn);
      return short.length > 0 ? short : loopOccurrences('F91', signIn);
    },
  },
});

function shortLife(signIn: SignInEvidence): readonly Occurrence[] {
  const life = lastRound(signIn)?.tokens?.expiresIn ?? null;
  const token = tokenOf(signIn);
  if (life === null || life >= SHORT_LIFE || token === null) return [];
  const detail =
    life <= 0
      ? 'The access token is over when it arrives.'
      : `The access token lives ${life} ${life === 1 ? 'second' : 'seconds'}, so a client does little else than renew it.`;
  const evidence = [httpEvidence(token, `expires_in is ${life}`)];
  return [
    {
      title: 'Access tokens are over too soon',
      detail,
      whatToDo: 'Let an access token live for some minutes at least; an hour is usual.',
      requirements: [],
      evidence,
    },
  ];
}
