import { definePatient } from '../patient.ts';
import { redirect } from '../reply.ts';
import { hasCookie, logInPage, NEXT_PATH, onward } from '../sign-in-pages.ts';

export const patient = definePatient({
  name: 'sign-in-with-password',
  title: 'User and password are asked for',
  breaks: 'Nothing: a page asks for user and password, and takes whatever is typed.',
  expects: [],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'callback', outcome: 'signed-in' },
  mutate: () => ({
    auth: {
      signInPage: (visit) =>
        hasCookie(visit.ask, 'session') ? redirect(visit.agree()) : onward(visit),
    },
    authReplies: {
      [NEXT_PATH]: logInPage('/authorize', 'session=1; Path=/; HttpOnly; SameSite=Lax'),
    },
  }),
});
