import { definePatient } from '../patient.ts';
import { oauthJson } from '../oauth-reply.ts';

export const patient = definePatient({
  name: 'token-errors-as-200',
  title: 'Token errors come with status 200',
  breaks: 'A code is refused with status 200 and the error in the body, as GitHub does it.',
  expects: ['F82'],
  number: 109,
  requirement: 'TK-20',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'failed' },
  mutate: () => ({ auth: { codeReply: oauthJson(200, { error: 'bad_verification_code' }) } }),
});
