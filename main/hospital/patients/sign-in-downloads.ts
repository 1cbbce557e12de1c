import { definePatient } from '../patient.ts';
import { UNFRAMED } from '../page.ts';
import { html } from '../reply.ts';

const PAGE = html(200, 'Sign in', {
  ...UNFRAMED,
  'content-disposition': 'attachment; filename="sign-in.html"',
});

export const patient = definePatient({
  name: 'sign-in-downloads',
  title: 'The sign-in page is a download',
  breaks: 'The sign-in page is sent as an attachment, so the browser saves it and shows nothing.',
  expects: ['F60'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'download', outcome: 'blank' },
  mutate: () => ({ auth: { signInPage: () => PAGE } }),
});
