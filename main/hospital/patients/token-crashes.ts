import { definePatient } from '../patient.ts';
import { html } from '../reply.ts';

export const patient = definePatient({
  name: 'token-crashes',
  title: 'The token endpoint crashes',
  breaks: 'The redemption of a code ends on an error page with status 500.',
  expects: ['F81'],
  number: 111,
  requirement: 'TK-02',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'failed' },
  mutate: () => ({ auth: { codeReply: html(500, 'Internal server error') } }),
});
