import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-cannot-be-deleted',
  title: 'Registered clients stay',
  breaks: 'Nothing: a registration works, but there is no way to delete it again.',
  expects: [],
  number: null,
  requirement: null,
  seenBy: 'registration',
  mutate: () => ({
    auth: { registrationLeavesOut: ['registration_client_uri', 'registration_access_token'] },
  }),
});
