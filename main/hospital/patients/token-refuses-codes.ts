import { definePatient } from '../patient.ts';
import { refused } from '../oauth-reply.ts';

export const patient = definePatient({
  name: 'token-refuses-codes',
  title: 'No code is good',
  breaks: 'Every code is refused as invalid_grant.',
  expects: ['F81'],
  number: 113,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'failed' },
  mutate: () => ({ auth: { codeReply: refused('invalid_grant', 'Unknown, used or ended.') } }),
});
