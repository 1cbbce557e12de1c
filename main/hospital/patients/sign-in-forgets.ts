import { definePatient } from '../patient.ts';
import { redirect } from '../reply.ts';
import { hasCookie, logInPage, NEXT_PATH, onward } from '../sign-in-pages.ts';

export const patient = definePatient({
  name: 'sign-in-forgets',
  title: 'The sign-in forgets who signed in',
  breaks:
    'The cookie of the sign-in is never sent back, so it asks for user and password again and again.',
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
    authReplies: { [NEXT_PATH]: logInPage('/authorize', 'session=1; Path=/elsewhere') },
  }),
});
