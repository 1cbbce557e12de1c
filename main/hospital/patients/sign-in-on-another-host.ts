import { definePatient } from '../patient.ts';

export const patient = definePatient({
  name: 'sign-in-on-another-host',
  title: 'The sign-in page is on another host',
  breaks:
    'The authorization endpoint is not on the host of the issuer, and no iss tells the client who answers.',
  expects: ['F18'],
  number: 68,
  requirement: 'AS-28',
  seenBy: 'probe',
  setting: { aliases: true },
  mutate: ({ authAlias }) => ({
    serverMetadata: {
      authorization_endpoint: `${authAlias}/authorize`,
      authorization_response_iss_parameter_supported: null,
    },
    auth: { iss: null },
  }),
});
