import { definePatient } from '../patient.ts';
import { NEXT_PATH, onward } from '../sign-in-pages.ts';

export const patient = definePatient({
  name: 'sign-in-hangs',
  title: 'The sign-in page never comes',
  breaks: 'The sign-in leads to an address that takes the request and never answers.',
  expects: ['F60'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'never-navigated', outcome: 'blank' },
  mutate: () => ({
    auth: { signInPage: onward },
    authReplies: { [NEXT_PATH]: { kind: 'reset', stays: true } },
  }),
});
