import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-nulls',
  title: 'The registration comes back with nulls',
  breaks: 'Members of the answer that have no value are null.',
  expects: ['F47'],
  number: 72,
  requirement: 'DR-06',
  seenBy: 'registration',
  mutate: () => ({
    auth: {
      registrationAnswer: { client_secret: null, client_secret_expires_at: null, logo_uri: null },
    },
  }),
});
