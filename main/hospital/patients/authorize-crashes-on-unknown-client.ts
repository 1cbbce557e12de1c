import { definePatient } from '../patient.ts';
import { html } from '../reply.ts';

export const patient = definePatient({
  name: 'authorize-crashes-on-unknown-client',
  title: 'An unknown client crashes the sign-in',
  breaks: 'A request of a client that is not registered is answered 500.',
  expects: ['F77'],
  number: null,
  requirement: 'AZ-04',
  seenBy: 'registration',
  mutate: () => ({ auth: { unknownClientReply: html(500, 'Internal server error') } }),
});
