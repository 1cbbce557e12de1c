import { definePatient } from '../patient.ts';
import { html } from '../reply.ts';

export const patient = definePatient({
  name: 'token-crashes-on-unknown-client',
  title: 'The token endpoint crashes on strangers',
  breaks: 'A client that is not known is answered 500 with a page.',
  expects: ['F81'],
  number: null,
  requirement: 'TK-18',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { unknownTokenClientReply: html(500, 'Internal Server Error') } }),
});
