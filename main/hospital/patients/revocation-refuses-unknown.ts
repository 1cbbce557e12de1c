import { definePatient } from '../patient.ts';
import { refused } from '../oauth-reply.ts';

export const patient = definePatient({
  name: 'revocation-refuses-unknown',
  title: 'Unknown tokens cannot be revoked',
  breaks: 'The revocation of a token that is not known is answered 400.',
  expects: ['F79'],
  number: 128,
  requirement: 'AS-26',
  seenBy: 'probe',
  mutate: () => ({ auth: { unknownRevocationReply: refused('invalid_token', 'Unknown.') } }),
});
