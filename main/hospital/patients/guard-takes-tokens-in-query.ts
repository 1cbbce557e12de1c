import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'guard-takes-tokens-in-query',
  title: 'Tokens in the address',
  breaks: 'A token in the address is taken like one in the header, and addresses end up in logs.',
  expects: ['F38'],
  number: 17,
  requirement: 'RS-19',
  seenBy: 'sign-in',
  mutate: () => ({ mcp: { tokenInQuery: true } }),
});
