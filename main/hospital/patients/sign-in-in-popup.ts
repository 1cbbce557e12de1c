import { definePatient } from '../patient.ts';
import { pageOf } from '../sign-in-pages.ts';

const PAGE = pageOf(
  'Sign in',
  '<p>The sign-in goes on in a new window.</p>' +
    "<script>window.open('/sign-in-window', 'signIn', 'width=480,height=640')</script>",
);

export const patient = definePatient({
  name: 'sign-in-in-popup',
  title: 'The sign-in opens a window of its own',
  breaks: 'The sign-in page asks for user and password in a pop-up, and waits for it.',
  expects: ['F69'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'blocked-popup', outcome: 'blank' },
  mutate: () => ({ auth: { signInPage: () => PAGE } }),
});
