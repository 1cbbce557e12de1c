import { definePatient } from '../patient.ts';
import { UNFRAMED } from '../page.ts';
import { empty } from '../reply.ts';

const PAGE = empty(200, { ...UNFRAMED, 'content-type': 'text/html; charset=utf-8' });

export const patient = definePatient({
  name: 'sign-in-empty-body',
  title: 'The sign-in page is empty',
  breaks: 'The sign-in is answered 200 with a page that has nothing in it.',
  expects: ['F60'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'empty-page', outcome: 'blank' },
  mutate: () => ({ auth: { signInPage: () => PAGE } }),
});
