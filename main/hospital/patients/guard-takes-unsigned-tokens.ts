import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'guard-takes-unsigned-tokens',
  title: 'Unsigned tokens are taken',
  breaks: 'A token whose header says that nobody signed it is taken, so anyone can write one.',
  expects: ['F38'],
  number: 15,
  requirement: 'RS-17',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({ mcp: { accepts: ['without a signature'] }, auth: { tokensAreJwt: true } }),
});
