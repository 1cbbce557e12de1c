import { definePatient } from '../patient.ts';
import { oauthJson } from '../oauth-reply.ts';

const ANSWER = oauthJson(200, { access_token: 'for-anyone', token_type: 'Bearer' });

export const patient = definePatient({
  name: 'token-takes-any-grant',
  title: 'Any grant is answered with a token',
  breaks: 'A grant that nobody offers is answered with an access token.',
  expects: ['F81'],
  number: null,
  requirement: 'TK-19',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { unknownGrantReply: ANSWER } }),
});
