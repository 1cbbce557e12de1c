import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'registration-drops-refresh',
  title: 'Registration drops the refresh grant',
  breaks:
    'The answer to a registration leaves refresh_token out of grant_types, and no refresh token is given.',
  expects: ['F54'],
  number: null,
  requirement: 'DR-19',
  seenBy: 'registration',
  mutate: () => ({
    auth: {
      registrationAnswer: { grant_types: ['authorization_code'] },
      tokenLeavesOut: ['refresh_token'],
    },
  }),
});
