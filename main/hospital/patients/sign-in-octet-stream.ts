import { definePatient } from '../patient.ts';
import { UNFRAMED } from '../page.ts';
import { html } from '../reply.ts';

const PAGE = html(200, 'Sign in', { ...UNFRAMED, 'content-type': 'application/octet-stream' });

export const patient = definePatient({
  name: 'sign-in-octet-stream',
  title: 'The sign-in page is no page',
  breaks:
    'The sign-in page is sent as application/octet-stream, so the browser saves it and shows nothing.',
  expects: ['F60'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'download', outcome: 'blank' },
  mutate: () => ({ auth: { signInPage: () => PAGE } }),
});
