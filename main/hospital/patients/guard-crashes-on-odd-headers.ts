import { definePatient } from '../patient.ts';
import { json } from '../reply.ts';

const CRASH = json(500, { error: 'internal_server_error' });

export const patient = definePatient({
  name: 'guard-crashes-on-odd-headers',
  title: 'An odd Authorization header crashes it',
  breaks: 'An Authorization header without a token, or with another scheme, is answered 500.',
  expects: ['F38'],
  number: 12,
  requirement: 'RS-12',
  seenBy: 'probe',
  mutate: () => ({
    mcpBefore: ({ headers: { authorization } }) =>
      authorization === undefined || /^Bearer \S+$/.test(authorization) ? null : CRASH,
  }),
});
