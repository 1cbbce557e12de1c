import { definePatient } from '../patient.ts';
import { redirect } from '../reply.ts';

export const patient = definePatient({
  name: 'sign-in-host-unknown',
  title: 'The sign-in page is at a dead address',
  breaks: 'The sign-in leads to an address at which nothing listens.',
  expects: ['F60'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'unreachable', outcome: 'failed' },
  setting: { deadServer: true },
  mutate: ({ deadOrigin }) => ({ auth: { signInPage: () => redirect(`${deadOrigin}/sign-in`) } }),
});
