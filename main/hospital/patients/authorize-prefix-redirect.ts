import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'authorize-prefix-redirect',
  title: 'Redirects are compared by their beginning',
  breaks: 'A redirect passes that begins with a registered one.',
  expects: ['F75'],
  number: 90,
  requirement: 'AZ-02',
  seenBy: 'registration',
  mutate: () => ({ auth: { redirectCheck: 'prefix' } }),
});
