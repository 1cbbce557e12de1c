import { definePatient } from '../patient.ts';
import { empty, redirect } from '../reply.ts';
import { hasCookie, NEXT_PATH, onward } from '../sign-in-pages.ts';

/** Its path is none of the sign-in, so no browser sends it there. */
const COOKIE = { 'set-cookie': 'session=1; Path=/elsewhere' };

export const patient = definePatient({
  name: 'sign-in-redirect-loop',
  title: 'Two addresses redirect to each other',
  breaks: 'The sign-in wants a cookie, gives one that is never sent back, and redirects for ever.',
  expects: ['F62'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'page-loop', outcome: 'loop' },
  mutate: () => ({
    auth: {
      signInPage: (visit) =>
        hasCookie(visit.ask, 'session') ? redirect(visit.agree()) : onward(visit),
    },
    authReplies: {
      [NEXT_PATH]: ({ query }) =>
        empty(302, { ...COOKIE, location: `/authorize?${query.toString()}` }),
    },
  }),
});
