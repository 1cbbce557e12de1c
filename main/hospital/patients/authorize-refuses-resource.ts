import { definePatient } from '../patient.ts';
import { html } from '../reply.ts';

export const patient = definePatient({
  name: 'authorize-refuses-resource',
  title: 'The resource parameter ends the sign-in',
  breaks: 'A request with resource ends on an error page, as Microsoft Entra does it.',
  expects: ['F66'],
  number: 98,
  requirement: 'AZ-10',
  seenBy: 'registration',
  ends: { page: 'error-page', outcome: 'failed' },
  mutate: () => ({
    auth: {
      parameterReplies: {
        resource: html(400, 'AADSTS9010010: the resource does not fit the scopes'),
      },
    },
  }),
});
