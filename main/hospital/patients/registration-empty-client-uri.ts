import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-empty-client-uri',
  title: 'An empty address in the registration',
  breaks: 'The answer to a registration has an empty text for client_uri.',
  expects: ['F47'],
  number: 76,
  requirement: 'DR-06',
  seenBy: 'registration',
  mutate: () => ({ auth: { registrationAnswer: { client_uri: '' } } }),
});
