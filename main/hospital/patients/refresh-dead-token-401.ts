import { definePatient } from '../patient.ts';
import { refused } from '../oauth-reply.ts';

export const patient = definePatient({
  name: 'refresh-dead-token-401',
  title: 'A dead refresh token is answered 401',
  breaks: 'A refresh token that is no longer good is answered 401, not 400 with invalid_grant.',
  expects: ['F91'],
  number: 121,
  requirement: 'TK-28',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { deadRefreshReply: refused('unauthorized', 'Not signed in.', 401) } }),
});
