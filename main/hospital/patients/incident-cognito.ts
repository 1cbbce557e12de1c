import { definePatient } from '../patient.ts';
import { OPENID_METADATA_PATH } from '../names.ts';

/** As reported of Cognito, Box and GitHub. */
export const patient = definePatient({
  name: 'incident-cognito',
  title: 'A cloud sign-in without registration',
  breaks:
    'The server has only an OpenID document, no registration, no client-id documents, and takes only clients with a secret.',
  expects: ['F40'],
  number: null,
  requirement: 'AS-17',
  seenBy: 'probe',
  mutate: () => ({
    serverMetadataAt: [],
    openidAt: [OPENID_METADATA_PATH],
    serverMetadata: {
      registration_endpoint: null,
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    },
  }),
});
