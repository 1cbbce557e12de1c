import { definePatient } from '../patient.ts';
import type { Ask } from '../message.ts';
import { escaped } from '../page.ts';
import { NEXT_PATH, pageOf } from '../sign-in-pages.ts';

const INNER = pageOf('Sign in', '<form method="post"><button>Sign in</button></form>');

function framing({ query }: Ask) {
  const src = escaped(`${NEXT_PATH}?${query.toString()}`);
  return pageOf('', `<iframe src="${src}" title="Sign in"></iframe>`);
}

export const patient = definePatient({
  name: 'sign-in-frame-refused',
  title: 'The sign-in frames a page that forbids it',
  breaks: 'The sign-in page holds the real one in a frame, and that one forbids frames.',
  expects: ['F64'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'frame-refused', outcome: 'failed' },
  mutate: () => ({
    auth: { signInPage: ({ ask }) => framing(ask) },
    authReplies: { [NEXT_PATH]: INNER },
  }),
});
