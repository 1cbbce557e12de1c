import { definePatient } from '../patient.ts';
import { scriptPage } from '../sign-in-pages.ts';

const PAGE = scriptPage('Signing you in', "window.opener.postMessage('ready', '*')");

export const patient = definePatient({
  name: 'sign-in-waits-for-opener',
  title: 'The sign-in page waits for its opener',
  breaks: 'The sign-in page tells the window that opened it how it went, and there is none.',
  expects: ['F69'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'waits-for-opener', outcome: 'blank' },
  mutate: () => ({ auth: { signInPage: () => PAGE } }),
});
