import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'token-refuses-resource',
  title: 'The token request may name no resource',
  breaks: 'A token request that names the resource is refused as invalid_target.',
  expects: ['F81'],
  number: 115,
  requirement: 'TK-15',
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'failed' },
  mutate: () => ({ auth: { tokenRefusesResource: true } }),
});
