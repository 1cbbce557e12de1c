import { definePatient } from '../patient.ts';
import { refused } from '../oauth-reply.ts';

export const patient = definePatient({
  name: 'token-refuses-clients',
  title: 'The token endpoint knows no client',
  breaks: 'A registered client is refused as invalid_client when it redeems its code.',
  expects: ['F81'],
  number: 114,
  requirement: 'TK-22',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'loop' },
  mutate: () => ({
    auth: { codeReply: refused('invalid_client', 'This client is not known here.', 401) },
  }),
});
