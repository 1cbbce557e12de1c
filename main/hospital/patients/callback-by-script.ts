import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'callback-by-script',
  title: 'The last step is a script',
  breaks: 'A page with a script sends the browser back, not a redirect.',
  expects: ['F63'],
  number: 104,
  requirement: 'AZ-20',
  seenBy: 'sign-in',
  ends: { page: 'script-callback', outcome: 'signed-in' },
  mutate: () => ({ auth: { callbackBy: 'script' } }),
});
