import { definePatient } from '../patient.ts';
import { NEXT_PATH, onward } from '../sign-in-pages.ts';

export const patient = definePatient({
  name: 'sign-in-resets',
  title: 'The sign-in page breaks off',
  breaks: 'The sign-in leads to an address that ends every connection without an answer.',
  expects: ['F60'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'unreachable', outcome: 'failed' },
  mutate: () => ({
    auth: { signInPage: onward },
    authReplies: { [NEXT_PATH]: { kind: 'reset' } },
  }),
});
