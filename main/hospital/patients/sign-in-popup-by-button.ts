import { definePatient } from '../patient.ts';
import { pageOf } from '../sign-in-pages.ts';

const PAGE = pageOf(
  'Sign in',
  `<button onclick="window.open('/sign-in-window', 'signIn', 'width=480,height=640')">Sign in</button>`,
);

export const patient = definePatient({
  name: 'sign-in-popup-by-button',
  title: 'The button opens a window of its own',
  breaks: 'The button of the sign-in page opens a pop-up, and the page waits for it.',
  expects: ['F69'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'blocked-popup', outcome: 'blank' },
  mutate: () => ({ auth: { signInPage: () => PAGE } }),
});
