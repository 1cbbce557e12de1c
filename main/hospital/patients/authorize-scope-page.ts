import { definePatient } from '../patient.ts';
import { html } from '../reply.ts';

export const patient = definePatient({
  name: 'authorize-scope-page',
  title: 'A wrong scope ends on a page',
  breaks: 'An unknown scope ends on an error page, so the client waits for ever.',
  expects: ['F65'],
  number: 101,
  requirement: 'AZ-13',
  seenBy: 'registration',
  mutate: () => ({ auth: { invalidScopeReply: html(400, 'Unknown scope') } }),
});
