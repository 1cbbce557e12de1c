import { definePatient } from '../patient.ts';
import { html } from '../reply.ts';

export const patient = definePatient({
  name: 'authorize-crashes-on-prompt',
  title: 'A prompt crashes the sign-in',
  breaks: 'A request with prompt is answered 500.',
  expects: ['F77'],
  number: null,
  requirement: 'AZ-18',
  seenBy: 'registration',
  mutate: () => ({ auth: { parameterReplies: { prompt: html(500, 'Internal server error') } } }),
});
