import { definePatient } from '../patient.ts';
import { redirect } from '../reply.ts';

export const patient = definePatient({
  name: 'sign-in-certificate',
  title: 'The sign-in page has an untrusted certificate',
  breaks: 'The sign-in leads to a host whose certificate nobody signed but itself.',
  expects: ['F10'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'certificate', outcome: 'failed' },
  setting: { untrusted: true },
  mutate: ({ untrustedOrigin }) => ({
    auth: { signInPage: () => redirect(`${untrustedOrigin}/sign-in`) },
  }),
});
