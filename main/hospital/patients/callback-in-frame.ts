import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'callback-in-frame',
  title: 'The way back is in a frame',
  breaks: 'A page calls the client in a frame, and no client lets itself be framed.',
  expects: ['F63'],
  number: null,
  requirement: 'AZ-20',
  seenBy: 'sign-in',
  ends: { page: 'framed-callback', outcome: 'failed' },
  mutate: () => ({ auth: { consent: 'always', callbackBy: 'frame' } }),
});
