import { definePatient } from '../patient.ts';
import { OPENID_METADATA_PATH } from '../names.ts';

export const patient = definePatient({
  name: 'openid-members-missing',
  title: 'An OpenID document without its members',
  breaks:
    'Only an OpenID document is there, and it lacks jwks_uri and two more members that it must have.',
  expects: ['F17'],
  number: 56,
  requirement: 'AS-19',
  seenBy: 'probe',
  mutate: () => ({
    serverMetadataAt: [],
    openidAt: [OPENID_METADATA_PATH],
    openidMetadata: {
      jwks_uri: null,
      subject_types_supported: null,
      id_token_signing_alg_values_supported: null,
    },
  }),
});
