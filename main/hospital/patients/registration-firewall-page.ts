import { definePatient } from '../patient.ts';
import { html } from '../reply.ts';

export const patient = definePatient({
  name: 'registration-firewall-page',
  title: 'A firewall answers registrations',
  breaks: 'A firewall answers every registration with a page and 403.',
  expects: ['F42'],
  number: 74,
  requirement: 'DR-15',
  seenBy: 'registration',
  mutate: () => ({ auth: { registrationReply: html(403, 'Request blocked') } }),
});
