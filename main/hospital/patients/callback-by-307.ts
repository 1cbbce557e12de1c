import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'callback-by-307',
  title: 'The form is posted on to the client',
  breaks: 'The consent form is answered 307, so the browser posts it to the client.',
  expects: ['F63'],
  number: null,
  requirement: 'AZ-20',
  seenBy: 'sign-in',
  ends: { page: 'posted-callback', outcome: 'failed' },
  mutate: () => ({ auth: { consent: 'always', callbackBy: 307 } }),
});
