import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'callback-by-308',
  title: 'The form is posted on for good',
  breaks: 'The consent form is answered 308, so the browser posts it to the client.',
  expects: ['F63'],
  number: null,
  requirement: 'AZ-20',
  seenBy: 'sign-in',
  ends: { page: 'posted-callback', outcome: 'failed' },
  mutate: () => ({ auth: { consent: 'always', callbackBy: 308 } }),
});
