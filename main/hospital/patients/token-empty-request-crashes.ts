import { definePatient } from '../patient.ts';
import { oauthJson } from '../oauth-reply.ts';

export const patient = definePatient({
  name: 'token-empty-request-crashes',
  title: 'An empty token request crashes',
  breaks: 'A token request without a grant is answered 500, not 400.',
  expects: ['F81'],
  number: null,
  requirement: 'TK-01',
  seenBy: 'probe',
  mutate: () => ({
    auth: { emptyTokenReply: oauthJson(500, { message: 'Internal server error' }) },
  }),
});
