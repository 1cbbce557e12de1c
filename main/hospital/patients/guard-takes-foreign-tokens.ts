import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'guard-takes-foreign-tokens',
  title: 'Tokens for others are taken',
  breaks:
    'A token that was made for another server is taken, and the authorization server makes such tokens.',
  expects: ['F38'],
  number: 14,
  requirement: 'RS-14',
  seenBy: 'sign-in',
  mutate: () => ({ mcp: { accepts: ['other audience'] }, auth: { anyResource: true } }),
});
