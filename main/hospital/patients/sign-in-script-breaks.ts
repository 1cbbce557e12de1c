import { definePatient } from '../patient.ts';
import type { Answer } from '../message.ts';
import { UNFRAMED } from '../page.ts';
import { html } from '../reply.ts';

const SHELL =
  '<!doctype html><html lang="en"><title>Sign in</title><body><div id="root"></div>' +
  '<script>window.signIn.configuration.start()</script></body></html>';
const PAGE: Answer = { ...html(200, 'Sign in', UNFRAMED), body: SHELL };

export const patient = definePatient({
  name: 'sign-in-script-breaks',
  title: 'The script of the sign-in page breaks',
  breaks: 'The sign-in page is made by a script that throws before it shows anything.',
  expects: ['F60'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'empty-page', outcome: 'blank' },
  mutate: () => ({ auth: { signInPage: () => PAGE } }),
});
