import { definePatient } from '../patient.ts';
import { NEXT_PATH, onward, pageOf } from '../sign-in-pages.ts';

const PAGE = pageOf(
  'Access blocked',
  '<p>Error 400: redirect_uri_mismatch</p><p>The address of this request is not registered.</p>',
  400,
);

export const patient = definePatient({
  name: 'sign-in-error-page',
  title: 'The provider shows redirect_uri_mismatch',
  breaks: 'The sign-in ends on an error page of the provider, and nothing goes back to the client.',
  expects: ['F44'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'error-page', outcome: 'failed' },
  mutate: () => ({ auth: { signInPage: onward }, authReplies: { [NEXT_PATH]: PAGE } }),
});
