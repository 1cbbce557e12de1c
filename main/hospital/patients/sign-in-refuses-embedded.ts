import { definePatient } from '../patient.ts';
import { NEXT_PATH, onward, pageOf } from '../sign-in-pages.ts';

const PAGE = pageOf(
  'Access blocked',
  '<p>Error 403: disallowed_useragent</p><p>This browser or app may not be secure.</p>',
  403,
);

export const patient = definePatient({
  name: 'sign-in-refuses-embedded',
  title: 'The provider refuses embedded browsers',
  breaks: 'The sign-in page refuses the window that it is opened in as no secure browser.',
  expects: ['F69'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'embedded-refused', outcome: 'failed' },
  mutate: () => ({ auth: { signInPage: onward }, authReplies: { [NEXT_PATH]: PAGE } }),
});
