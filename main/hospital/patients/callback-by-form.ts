import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'callback-by-form',
  title: 'The way back is a form',
  breaks: 'A page that posts a form sends the browser back, though nobody asked for form_post.',
  expects: ['F63'],
  number: null,
  requirement: 'AZ-20',
  seenBy: 'sign-in',
  ends: { page: 'form-post-callback', outcome: 'failed' },
  mutate: () => ({ auth: { consent: 'always', callbackBy: 'form-post' } }),
});
