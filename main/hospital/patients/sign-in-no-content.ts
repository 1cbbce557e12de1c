import { definePatient } from '../patient.ts';
import { empty } from '../reply.ts';

export const patient = definePatient({
  name: 'sign-in-no-content',
  title: '204 in place of the sign-in page',
  breaks: 'The sign-in is answered 204, so the tab stays as empty as it was.',
  expects: ['F60'],
  number: null,
  requirement: null,
  seenBy: 'sign-in',
  ends: { page: 'no-content', outcome: 'blank' },
  mutate: () => ({ auth: { signInPage: () => empty(204) } }),
});
