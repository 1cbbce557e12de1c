import { definePatient } from '../patient.ts';
import type { Answer, Ask } from '../message.ts';
import { goTo, NEXT_PATH, scriptPage } from '../sign-in-pages.ts';

function on(path: string, { query }: Ask): Answer {
  return scriptPage('One moment', goTo(`${path}?${query.toString()}`));
}

export const patient = definePatient({
  name: 'sign-in-page-loop',
  title: 'Two pages send each other the browser',
  breaks: 'The sign-in page goes on to a second one, and that one back to the first, for ever.',
  expects: ['F62'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'page-loop', outcome: 'loop' },
  mutate: () => ({
    auth: { signInPage: ({ ask }) => on(NEXT_PATH, ask) },
    authReplies: { [NEXT_PATH]: (ask) => on('/authorize', ask) },
  }),
});
