import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'guard-takes-broken-signatures',
  title: 'Tokens with a broken signature are taken',
  breaks: 'A token is taken though its signature was changed, so nobody checks it.',
  expects: ['F38'],
  number: null,
  requirement: 'RS-17',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ mcp: { accepts: ['broken signature'] }, auth: { tokensAreJwt: true } }),
});
